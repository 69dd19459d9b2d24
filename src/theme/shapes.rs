//! Shapes that a page names. A sprite holds every shape that there is, and most pages use three or four.
//!
//! Of a sprite `<svg class="sprite used">` those children stay whose id something else on the page names, by `"#id"` or
//! `url(#id)`. A child begins on a line of its own. A page whose scripts draw shapes leaves the word `used` out.

use memchr::{memchr, memchr_iter, memchr2, memmem};

const OPEN: &[u8] = b"<svg class=\"sprite used\"";
const CLOSE: &[u8] = b"\n</svg>";

/// Takes the children out of the sprite that nothing outside it names.
pub(super) fn keep_used(page: &mut Vec<u8>) {
    let Some(start) = memmem::find(page, OPEN) else { return };
    let Some(end) = memmem::find(&page[start..], CLOSE).map(|n| start + n) else { return };
    let sprite = &page[start..end];
    let mut named: Vec<&[u8]> = Vec::new();
    for part in [&page[..start], &page[end..]] {
        for at in memchr_iter(b'#', part) {
            let name = &part[at + 1..];
            let name = &name[..memchr2(b'"', b')', name).unwrap_or(0)];
            if !named.contains(&name) {
                named.push(name);
            }
        }
    }
    let is_used = |child: &&[u8]| {
        let id = memmem::find(child, b" id=\"").map(|n| &child[n + " id=\"".len()..]);
        id.is_none_or(|id| named.contains(&&id[..memchr(b'"', id).unwrap_or(0)]))
    };
    let mut starts: Vec<usize> = memmem::find_iter(sprite, b"\n<").collect();
    starts.push(sprite.len());
    let children = starts.windows(2).map(|pair| &sprite[pair[0]..pair[1]]);
    let kept: Vec<u8> = children.filter(is_used).flatten().copied().collect();
    page.splice(start + starts[0]..end, kept);
}

#[cfg(test)]
mod tests {
    fn kept(page: &str) -> String {
        let mut page = page.as_bytes().to_vec();
        super::keep_used(&mut page);
        String::from_utf8(page).expect("text stays text")
    }

    #[test]
    fn shapes_that_nothing_names_go() {
        let sprite = "<svg class=\"sprite used\">\n<symbol id=\"s-a\"><path/>\n  <path/></symbol>\n<symbol id=\"s-ab\"/>\n\
                      <pattern id=\"p-a\"/>\n<g/>\n</svg>";
        let page = |uses: &str| format!("<body>{sprite}{uses}</body>");
        assert_eq!(kept(&format!("<use href=\"#p-a\"/>{sprite}")).matches("id=").count(), 1);
        let left = |uses: &str, children: &str| {
            assert_eq!(
                kept(&page(uses)),
                format!("<body><svg class=\"sprite used\">{children}\n<g/>\n</svg>{uses}</body>")
            );
        };
        left("", "");
        left("<use href=\"#s-ab\"/>", "\n<symbol id=\"s-ab\"/>");
        left("<use href=\"#s-a\"/>", "\n<symbol id=\"s-a\"><path/>\n  <path/></symbol>");
        left("<rect fill=\"url(#p-a)\"/>#s-a", "\n<pattern id=\"p-a\"/>");
    }

    #[test]
    fn a_sprite_that_scripts_use_stays_whole() {
        for page in ["<svg class=\"sprite\">\n<symbol id=\"s-a\"/>\n</svg>", "<svg class=\"sprite used\">", ""] {
            assert_eq!(kept(page), page);
        }
    }
}
