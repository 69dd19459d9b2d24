//! What each agency and each group leads to: members, members of members, successors of all of them.

/// Most links that are followed for a whole site. One group of all 63 provinces with their successors takes 130; a chain
/// of 1.400 groups, each in the next, reaches the bound.
pub const MOST_LINKS: usize = 1_000_000;

/// For each node all that can be reached from it, itself included, in order. Err: the node at which more than `most`
/// links had been followed.
pub fn reached(edges: &[Vec<usize>], most: usize) -> Result<Vec<Vec<usize>>, usize> {
    let mut followed = 0;
    // From which start a node was reached last.
    let mut seen = vec![usize::MAX; edges.len()];
    let mut all = Vec::with_capacity(edges.len());
    for start in 0..edges.len() {
        seen[start] = start;
        let mut found = vec![start];
        let mut next = 0;
        while let Some(&node) = found.get(next) {
            next += 1;
            followed += edges[node].len();
            if followed > most {
                return Err(start);
            }
            for &to in &edges[node] {
                if seen[to] != start {
                    seen[to] = start;
                    found.push(to);
                }
            }
        }
        found.sort_unstable();
        all.push(found);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::reached;

    #[test]
    fn everything_is_reached_once() {
        assert_eq!(
            reached(&[vec![1, 2], vec![3], vec![3], vec![]], 10),
            Ok(vec![vec![0, 1, 2, 3], vec![1, 3], vec![2, 3], vec![3]])
        );
        assert_eq!(reached(&[vec![1], vec![0]], 10), Ok(vec![vec![0, 1], vec![0, 1]]));
    }

    /// Two groups a level, both with both of the level below: 2^60 ways, and 4 links a level.
    #[test]
    fn ways_are_not_counted_but_links() {
        let level = |n: usize| if n < 2 { vec![] } else { vec![n / 2 * 2 - 2, n / 2 * 2 - 1] };
        let diamond: Vec<Vec<usize>> = (0..120).map(level).collect();
        let all = reached(&diamond, 120 * 120).expect("few links");
        assert_eq!(all[119].len(), 119);
    }

    #[test]
    fn a_long_chain_ends_at_the_bound() {
        let chain: Vec<Vec<usize>> = (0..100_000_usize).map(|n| n.checked_sub(1).into_iter().collect()).collect();
        assert_eq!(reached(&chain, 1_000), Err(45));
    }
}
