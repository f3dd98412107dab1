-- The search index knows the files of notes, too, and is filled anew behind the work. Frozen.

DROP TABLE search;

CREATE VIRTUAL TABLE search USING fts5(subject, body, files, content='', tokenize='unicode61 remove_diacritics 2', prefix='3');

DELETE FROM to_index;

INSERT INTO to_index SELECT n FROM message;
