//! The theme is carried in the binary: a new or removed file under `themes/default` must rebuild it.

fn main() {
    println!("cargo::rerun-if-changed=themes/default");
}
