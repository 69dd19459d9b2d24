//! References that lead back to where they began.

use crate::diag::{Code, Diagnostic, Place};

/// One way round for every knot of circles in a graph, each starting at its lowest node.
pub fn circles(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
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

/// A circle, told at its first member with the others as related places.
pub fn diagnostic<'a>(
    code: Code,
    circle: &[usize],
    ids: impl Iterator<Item = &'a str>,
    places: &[Place],
) -> Diagnostic {
    let mut ids: Vec<&str> = ids.collect();
    ids.extend(ids.first().copied());
    let mut diagnostic = Diagnostic::new(code, places[circle[0]]).arg("way", ids.join(" → "));
    for n in circle.iter().skip(1).take(8) {
        diagnostic = diagnostic.also(places[*n], "also-here");
    }
    diagnostic
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
