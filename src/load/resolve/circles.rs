//! References that lead back to where they began.

use crate::diag::{Code, Diagnostic, Place, Sink};

/// The circles of a graph, one of those that share a node, each starting at its lowest node.
fn circles(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Done,
    }
    let mut marks = vec![Mark::New; edges.len()];
    let mut told = vec![false; edges.len()];
    let mut found = Vec::new();
    for root in 0..edges.len() {
        if marks[root] != Mark::New {
            continue;
        }
        let mut path = vec![(root, 0)];
        marks[root] = Mark::Open;
        while let Some((node, next)) = path.last_mut() {
            let Some(&to) = edges[*node].get(*next) else {
                marks[*node] = Mark::Done;
                path.pop();
                continue;
            };
            *next += 1;
            match marks[to] {
                Mark::New => {
                    marks[to] = Mark::Open;
                    path.push((to, 0));
                }
                Mark::Open => {
                    let from = path.iter().position(|(n, _)| *n == to).unwrap_or(0);
                    let mut circle: Vec<usize> = path[from..].iter().map(|(n, _)| *n).collect();
                    if !circle.iter().any(|n| told[*n]) {
                        for n in &circle {
                            told[*n] = true;
                        }
                        let low = circle.iter().enumerate().min_by_key(|(_, n)| **n).map_or(0, |(at, _)| at);
                        circle.rotate_left(low);
                        found.push(circle);
                    }
                }
                Mark::Done => {}
            }
        }
    }
    found
}

/// Reports each circle at its first member, with the others as related places. `node` gives a member's id and place.
pub fn report<'a>(code: Code, edges: &[Vec<usize>], node: impl Fn(usize) -> (&'a str, Place), sink: &mut Sink) {
    for circle in circles(edges) {
        let (mut ids, places): (Vec<_>, Vec<_>) = circle.iter().map(|n| node(*n)).unzip();
        ids.push(ids[0]);
        let diagnostic = Diagnostic::new(code, places[0]).arg("way", ids.join(" → "));
        sink.push(places[1..].iter().take(8).fold(diagnostic, |told, at| told.also(*at, "also-here")));
    }
}

#[cfg(test)]
mod tests {
    use super::circles;

    #[test]
    fn circles_are_found_once() {
        assert_eq!(circles(&[vec![1], vec![2], vec![]]), Vec::<Vec<usize>>::new());
        assert_eq!(circles(&[vec![1], vec![2], vec![0]]), vec![vec![0, 1, 2]]);
        assert_eq!(circles(&[vec![0]]), vec![vec![0]]);
        assert_eq!(circles(&[vec![2], vec![], vec![3], vec![2, 1]]), vec![vec![2, 3]]);
    }
}
