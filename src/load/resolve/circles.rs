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
    let mut steps = vec![0; edges.len()];
    let mut found = Vec::new();
    for root in 0..edges.len() {
        if marks[root] != Mark::New {
            continue;
        }
        let mut path = vec![(root, 0)];
        // Where the told nodes stand on the path, and where each of its nodes does.
        let mut told_at: Vec<usize> = Vec::new();
        marks[root] = Mark::Open;
        steps[root] = 0;
        while let Some((node, next)) = path.last_mut() {
            let Some(&to) = edges[*node].get(*next) else {
                marks[*node] = Mark::Done;
                path.pop();
                told_at.pop_if(|at| *at == path.len());
                continue;
            };
            *next += 1;
            match marks[to] {
                Mark::New => {
                    marks[to] = Mark::Open;
                    steps[to] = path.len();
                    path.push((to, 0));
                }
                Mark::Open => {
                    let from = steps[to];
                    if told_at.last().is_none_or(|at| *at < from) {
                        let mut circle: Vec<usize> = path[from..].iter().map(|(n, _)| *n).collect();
                        told_at.extend(from..path.len());
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

/// Names of a circle that are told.
const TOLD: usize = 8;

/// Reports each circle at its first member, with the others as related places. `node` gives a member's id and place,
/// `code` what a circle through it is.
pub fn report<'a>(
    code: impl Fn(usize) -> Code,
    edges: &[Vec<usize>],
    node: impl Fn(usize) -> (&'a str, Place),
    sink: &mut Sink,
) {
    for circle in circles(edges) {
        let (mut ids, places): (Vec<_>, Vec<_>) = circle.iter().take(TOLD).map(|n| node(*n)).unzip();
        if circle.len() > TOLD {
            ids.push("…");
        }
        ids.push(ids[0]);
        let diagnostic = Diagnostic::new(code(circle[0]), places[0]).arg("way", ids.join(" → "));
        sink.push(places[1..].iter().fold(diagnostic, |told, at| told.also(*at, "also-here")));
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
        // A told node that lies deeper than the one that is led back to.
        assert_eq!(circles(&[vec![1], vec![2], vec![1, 0]]), vec![vec![1, 2]]);
        // One that was left behind does not count.
        assert_eq!(circles(&[vec![1, 3], vec![2], vec![1], vec![0]]), vec![vec![1, 2], vec![0, 3]]);
    }
}
