//! A name as a paper writes it.

/// An agency, group or person as a paper names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// As written, single spaces, without bullets and closing signs. In a list under one head, each has the head in
    /// front: `các Bộ: Tài chính, Tư pháp` gives `Bộ Tài chính` and `Bộ Tư pháp`.
    pub written: String,
    pub kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A body: `Bộ Nội vụ`, `UBND tỉnh Nghệ An`, `Vụ GDĐH`.
    Body,
    /// The head of a body, who stands for it: `Bộ trưởng Bộ Nội vụ`, `Chủ tịch UBND các tỉnh`.
    Head,
    /// Several bodies by one word: `các bộ, ngành, địa phương`.
    Group,
    /// Whoever is concerned: `các cơ quan có liên quan`.
    OpenGroup,
    /// A person by name: `Phó Thủ tướng Lê Minh Khái`.
    Person,
    /// `theo phân công tại Quyết định số …`: words, no name.
    Reference,
}
