//! One play's expected outcome, exactly as the rules say, and its repetition with the series left aside.
