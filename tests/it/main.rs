//! Tests over whole sites, one binary.

mod load;
