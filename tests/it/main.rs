//! The program as its users meet it.

mod commands;
mod publish;
mod site;
