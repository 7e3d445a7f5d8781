//! Tells the linker to keep the relocations: wasm-split finds in them which function belongs to which part.

fn main() {
    println!("cargo::rerun-if-changed=src/link.rs");
    if std::env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
