//! Where names and numbers go, so that none covers another.
