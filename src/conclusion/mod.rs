//! conclusion
