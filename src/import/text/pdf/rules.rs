//! Lines that are drawn on a page, which tables are made of.

/// A drawn line, upright or level. Programs draw one line in many pieces.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// From the left, from below.
    pub from: (f32, f32),
    pub to: (f32, f32),
}

/// Thickest line.
const THICK: f32 = 3.0;
/// Most lines of a page.
const MOST: usize = 50_000;

/// The figures that are being drawn, until it is said whether they are filled, drawn or only cut out.
#[derive(Debug, Default)]
pub struct Path {
    boxes: Vec<[(f32, f32); 2]>,
    strokes: Vec<[(f32, f32); 2]>,
    at: (f32, f32),
    start: (f32, f32),
}

impl Path {
    pub fn rectangle(&mut self, corner: (f32, f32), opposite: (f32, f32)) {
        if self.boxes.len() < MOST {
            self.boxes.push([corner, opposite]);
        }
    }

    pub fn move_to(&mut self, place: (f32, f32)) {
        (self.at, self.start) = (place, place);
    }

    pub fn line_to(&mut self, place: (f32, f32)) {
        if self.strokes.len() < MOST {
            self.strokes.push([self.at, place]);
        }
        self.at = place;
    }

    pub fn close(&mut self) {
        self.line_to(self.start);
    }

    /// Nothing of it is seen.
    pub fn drop(&mut self) {
        *self = Self::default();
    }

    /// It is filled: only what is thin is a line.
    pub fn fill(&mut self, rules: &mut Vec<Rule>) {
        for [a, b] in std::mem::take(self).boxes {
            let (wide, high) = ((a.0 - b.0).abs(), (a.1 - b.1).abs());
            if wide <= THICK || high <= THICK {
                let middle = (a.0.midpoint(b.0), a.1.midpoint(b.1));
                if wide > high {
                    push(rules, (a.0, middle.1), (b.0, middle.1));
                } else {
                    push(rules, (middle.0, a.1), (middle.0, b.1));
                }
            }
        }
    }

    /// Its edges are drawn.
    pub fn stroke(&mut self, rules: &mut Vec<Rule>) {
        let path = std::mem::take(self);
        for [a, b] in path.boxes {
            push(rules, a, (b.0, a.1));
            push(rules, (a.0, b.1), b);
            push(rules, a, (a.0, b.1));
            push(rules, (b.0, a.1), b);
        }
        for [a, b] in path.strokes {
            push(rules, a, b);
        }
    }
}

/// Keeps a line that is level or upright.
fn push(rules: &mut Vec<Rule>, a: (f32, f32), b: (f32, f32)) {
    let slanted = (a.0 - b.0).abs() > 1.0 && (a.1 - b.1).abs() > 1.0;
    let sound = [a.0, a.1, b.0, b.1].iter().all(|n| n.abs() < 20_000.0);
    if sound && !slanted && rules.len() < MOST {
        rules.push(Rule { from: (a.0.min(b.0), a.1.min(b.1)), to: (a.0.max(b.0), a.1.max(b.1)) });
    }
}
