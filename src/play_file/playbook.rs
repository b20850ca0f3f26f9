//! A playbook: the plays, plans and operating models of a folder, or the one built in.
