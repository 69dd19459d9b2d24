//! What the content of a page draws as text, and where (ISO 32000-1, 9.4).

use super::font::{Font, float};
use super::rules::{Path, Rule};
use crate::import::text::unreadable::Unreadable;
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::HashMap;
use std::rc::Rc;

/// Most operations of all pages together.
const MAX_OPERATIONS: usize = 8_000_000;
/// Most pieces of text of all pages together.
const MAX_PIECES: usize = 4_000_000;
/// Most bytes of the content of one page.
const MAX_CONTENT: usize = 32 << 20;
/// Most letters of a field.
const MAX_FIELD: usize = 24;
/// Drawings inside drawings.
const MAX_DEPTH: usize = 6;

/// Letters at a place. Lengths are in points, from the lower left corner of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub left: f32,
    pub right: f32,
    pub base: f32,
    pub size: f32,
    pub letters: String,
}

/// A matrix as PDF writes it: a b c d e f.
type Matrix = [f32; 6];

const PLAIN: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// What applies first, and then the other.
fn then(first: Matrix, other: Matrix) -> Matrix {
    let put = |n: usize| (first[n] * other[0] + first[n + 1] * other[2], first[n] * other[1] + first[n + 1] * other[3]);
    let (across, up, start) = (put(0), put(2), put(4));
    [across.0, across.1, up.0, up.1, start.0 + other[4], start.1 + other[5]]
}

/// How text is set.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f32,
    of_letters: f32,
    of_words: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
}

/// Reads the pages of one document.
pub struct Reader<'a> {
    document: &'a Document,
    fonts: HashMap<ObjectId, Rc<Font>>,
    operations: usize,
    pieces: usize,
    /// Lines of the page that is being read.
    rules: Vec<Rule>,
    /// Codes whose letters are known, and those whose are not.
    pub known: usize,
    pub unknown: usize,
}

impl<'a> Reader<'a> {
    pub fn new(document: &'a Document) -> Self {
        Self { document, fonts: HashMap::new(), operations: 0, pieces: 0, rules: Vec::new(), known: 0, unknown: 0 }
    }

    /// The pieces of a page, in the order in which it draws them, and the lines.
    pub fn page(&mut self, id: ObjectId) -> Result<(Vec<Piece>, Vec<Rule>), Unreadable> {
        let document = self.document;
        let content = document.get_page_content_with_limit(id, MAX_CONTENT)?;
        let (own, others) = document.get_page_resources(id)?;
        let mut resources: Vec<&'a Dictionary> = own.into_iter().collect();
        resources.extend(others.iter().filter_map(|id| document.get_dictionary(*id).ok()));
        let mut pieces = Vec::new();
        let turned = turned(document, id);
        self.run(&content, &resources, turned, &mut pieces, 0)?;
        for field in document.get_page_annotations(id).unwrap_or_default() {
            if let Some((form, matrix)) = self.field(field) {
                let mut shown = Vec::new();
                self.form(form, &resources, then(matrix, turned), &mut shown, 0)?;
                // The number and the day of a paper are put on it with signatures; who signed when is no text of it.
                if shown.len() <= MAX_FIELD {
                    pieces.append(&mut shown);
                }
            }
        }
        Ok((pieces, std::mem::take(&mut self.rules)))
    }

    /// What a field on top of the page shows, and where.
    fn field(&self, field: &'a Dictionary) -> Option<(&'a Stream, Matrix)> {
        let document = self.document;
        let name = |key: &[u8]| field.get_deref(key, document).ok().and_then(|o| o.as_name().ok());
        let flags = field.get_deref(b"F", document).and_then(Object::as_i64).unwrap_or(0);
        if matches!(name(b"Subtype"), Some(b"Popup" | b"Link" | b"Text")) || flags & 2 != 0 {
            return None;
        }
        let shown = field.get_deref(b"AP", document).ok()?.as_dict().ok()?.get_deref(b"N", document).ok()?;
        let form = shown.as_stream().ok()?;
        let numbers = |dictionary: &'a Dictionary, key: &[u8]| {
            let listed = dictionary.get_deref(key, document).ok()?.as_array().ok()?;
            let numbers: Vec<f32> = listed.iter().filter_map(|o| float(o, document)).collect();
            <[f32; 4]>::try_from(numbers).ok()
        };
        let (area, drawn) = (numbers(field, b"Rect")?, numbers(&form.dict, b"BBox")?);
        Some((form, [1.0, 0.0, 0.0, 1.0, area[0].min(area[2]) - drawn[0], area[1].min(area[3]) - drawn[1]]))
    }

    fn run(
        &mut self,
        content: &[u8],
        resources: &[&'a Dictionary],
        matrix: Matrix,
        pieces: &mut Vec<Piece>,
        depth: usize,
    ) -> Result<(), Unreadable> {
        let mut state = State {
            matrix,
            font: None,
            size: 0.0,
            of_letters: 0.0,
            of_words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let mut saved: Vec<State> = Vec::new();
        let (mut line, mut at) = (PLAIN, PLAIN);
        let mut path = Path::default();
        for operation in Content::decode_iter(content) {
            let Ok(operation) = operation else { break };
            self.operations += 1;
            if self.operations > MAX_OPERATIONS || self.pieces > MAX_PIECES {
                return Err(Unreadable::TooLarge);
            }
            let operands = &operation.operands;
            let number =
                |n: usize| operands.get(n).and_then(|o| o.as_float().ok()).filter(|n| n.is_finite()).unwrap_or(0.0);
            let matrix = || [0, 1, 2, 3, 4, 5].map(number);
            let next_line = |line: Matrix, x: f32, y: f32| then([1.0, 0.0, 0.0, 1.0, x, y], line);
            let matrix_now = state.matrix;
            let place = |x: f32, y: f32| {
                let [.., left, base] = then([1.0, 0.0, 0.0, 1.0, x, y], matrix_now);
                (left, base)
            };
            match operation.operator.as_str() {
                "re" => {
                    path.rectangle(place(number(0), number(1)), place(number(0) + number(2), number(1) + number(3)));
                }
                "m" => path.move_to(place(number(0), number(1))),
                "l" => path.line_to(place(number(0), number(1))),
                "c" => path.move_to(place(number(4), number(5))),
                "v" | "y" => path.move_to(place(number(2), number(3))),
                "h" => path.close(),
                "n" => path.drop(),
                "f" | "F" | "f*" => path.fill(&mut self.rules),
                "S" | "B" | "B*" => path.stroke(&mut self.rules),
                "s" | "b" | "b*" => {
                    path.close();
                    path.stroke(&mut self.rules);
                }
                "q" if saved.len() < 1000 => saved.push(state.clone()),
                "Q" => state = saved.pop().unwrap_or(state),
                "cm" => state.matrix = then(matrix(), state.matrix),
                "BT" => (line, at) = (PLAIN, PLAIN),
                "Tf" => {
                    state.font =
                        operands.first().and_then(|o| o.as_name().ok()).and_then(|name| self.font(name, resources));
                    state.size = number(1);
                }
                "Tc" => state.of_letters = number(0),
                "Tw" => state.of_words = number(0),
                "Tz" => state.stretch = number(0) / 100.0,
                "TL" => state.leading = number(0),
                "Ts" => state.rise = number(0),
                "Td" | "TD" => {
                    if operation.operator == "TD" {
                        state.leading = -number(1);
                    }
                    line = next_line(line, number(0), number(1));
                    at = line;
                }
                "Tm" => {
                    line = matrix();
                    at = line;
                }
                "T*" => {
                    line = next_line(line, 0.0, -state.leading);
                    at = line;
                }
                "Tj" => self.show(operands.iter().take(1), &state, &mut at, pieces),
                "TJ" => {
                    let listed =
                        operands.first().and_then(|o| o.as_array().ok()).map(Vec::as_slice).unwrap_or_default();
                    self.show(listed.iter(), &state, &mut at, pieces);
                }
                "'" | "\"" => {
                    if operation.operator == "\"" {
                        (state.of_words, state.of_letters) = (number(0), number(1));
                    }
                    line = next_line(line, 0.0, -state.leading);
                    at = line;
                    self.show(operands.iter().skip(operands.len().saturating_sub(1)), &state, &mut at, pieces);
                }
                "Do" if depth < MAX_DEPTH => {
                    if let Some(name) = operands.first().and_then(|o| o.as_name().ok()) {
                        self.drawing(name, resources, state.matrix, pieces, depth)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// A drawing that a page uses by its name.
    fn drawing(
        &mut self,
        name: &[u8],
        resources: &[&'a Dictionary],
        matrix: Matrix,
        pieces: &mut Vec<Piece>,
        depth: usize,
    ) -> Result<(), Unreadable> {
        let document = self.document;
        let form = resources.iter().find_map(|resources| {
            let drawings = resources.get_deref(b"XObject", document).ok()?.as_dict().ok()?;
            drawings.get_deref(name, document).ok()?.as_stream().ok()
        });
        let Some(form) = form.filter(|form| matches!(form.dict.get(b"Subtype").and_then(Object::as_name), Ok(b"Form")))
        else {
            return Ok(());
        };
        self.form(form, resources, matrix, pieces, depth)
    }

    fn form(
        &mut self,
        form: &'a Stream,
        resources: &[&'a Dictionary],
        matrix: Matrix,
        pieces: &mut Vec<Piece>,
        depth: usize,
    ) -> Result<(), Unreadable> {
        let document = self.document;
        let Ok(content) = form.get_plain_content_with_limit(MAX_CONTENT) else { return Ok(()) };
        // What is read again and again counts each time.
        self.operations = self.operations.saturating_add(content.len() / 16);
        let own = form.dict.get_deref(b"Resources", document).and_then(Object::as_dict);
        let resources: Vec<&'a Dictionary> = own.ok().into_iter().chain(resources.iter().copied()).take(8).collect();
        let of_form = form.dict.get_deref(b"Matrix", document).and_then(Object::as_array).ok();
        let of_form = of_form.filter(|numbers| numbers.len() == 6).map_or(PLAIN, |numbers| {
            [0, 1, 2, 3, 4, 5].map(|n: usize| numbers.get(n).and_then(|o| float(o, document)).unwrap_or(0.0))
        });
        self.run(&content, &resources, then(of_form, matrix), pieces, depth + 1)
    }

    fn font(&mut self, name: &[u8], resources: &[&'a Dictionary]) -> Option<Rc<Font>> {
        let document = self.document;
        let (id, font) = resources.iter().find_map(|resources| {
            let fonts = resources.get_deref(b"Font", document).ok()?.as_dict().ok()?;
            let (id, font) = document.dereference(fonts.get(name).ok()?).ok()?;
            Some((id, font.as_dict().ok()?))
        })?;
        let Some(id) = id else { return Some(Rc::new(Font::read(font, document))) };
        Some(Rc::clone(self.fonts.entry(id).or_insert_with(|| Rc::new(Font::read(font, document)))))
    }

    /// Shows strings, and moves on by the numbers between them.
    fn show<'o>(
        &mut self,
        shown: impl Iterator<Item = &'o Object>,
        state: &State,
        at: &mut Matrix,
        pieces: &mut Vec<Piece>,
    ) {
        let Some(font) = &state.font else { return };
        for object in shown {
            let Ok(codes) = object.as_str() else {
                let back = object.as_float().ok().filter(|n| n.is_finite()).unwrap_or(0.0);
                *at = then([1.0, 0.0, 0.0, 1.0, -back / 1000.0 * state.size * state.stretch, 0.0], *at);
                continue;
            };
            for glyph in font.glyphs(codes) {
                let place = then([1.0, 0.0, 0.0, 1.0, 0.0, state.rise], then(*at, state.matrix));
                let spacing = state.of_letters + if glyph.is_space { state.of_words } else { 0.0 };
                let drawn = glyph.width * state.size * state.stretch;
                let step = (glyph.width * state.size + spacing) * state.stretch;
                *at = then([1.0, 0.0, 0.0, 1.0, step, 0.0], *at);
                match glyph.letters {
                    // Text that does not run from left to right is a stamp or a watermark.
                    Some(letters) if place[0] > 0.0 && place[1].abs() < place[0] * 0.1 => {
                        self.known += 1;
                        self.pieces += 1;
                        let size = state.size.abs() * place[3].abs();
                        let right = place[4] + drawn * place[0];
                        let letters = letters.to_owned();
                        pieces.push(Piece { left: place[4], right, base: place[5], size, letters });
                    }
                    Some(_) => self.known += 1,
                    None => self.unknown += 1,
                }
            }
        }
    }
}

/// How the page is turned to be read.
fn turned(document: &Document, page: ObjectId) -> Matrix {
    let mut id = Some(page);
    let mut turn = 0;
    // Pages take it from the groups that they are in.
    for _ in 0..20 {
        let Some(dictionary) = id.and_then(|id| document.get_dictionary(id).ok()) else { break };
        if let Ok(angle) = dictionary.get_deref(b"Rotate", document).and_then(Object::as_i64) {
            turn = angle.rem_euclid(360);
            break;
        }
        id = dictionary.get(b"Parent").and_then(Object::as_reference).ok();
    }
    match turn {
        90 => [0.0, -1.0, 1.0, 0.0, 0.0, 0.0],
        180 => [-1.0, 0.0, 0.0, -1.0, 0.0, 0.0],
        270 => [0.0, 1.0, -1.0, 0.0, 0.0, 0.0],
        _ => PLAIN,
    }
}
