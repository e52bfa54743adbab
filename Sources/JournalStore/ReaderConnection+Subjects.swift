// Asking by subject: the index, and the last events that it does not have yet.

import Catalog

extension ReaderConnection {
    /// The numbers of the events about a subject, ascending, each once; to be asked in one view.
    ///
    /// The last few thousand events are looked at one by one, which takes about a millisecond.
    func sequences(of subject: Subject) throws(SQLiteFailure) -> [Int] {
        var sequences = try connection.rows(
            """
            SELECT DISTINCT sequence FROM event_subjects
            WHERE subject = (SELECT id FROM subjects WHERE name = ?1) ORDER BY sequence
            """
        ) {
            $0.bind(1, text: subject.text)
        } row: {
            $0.int(0)
        }
        let later = try connection.statement(
            """
            SELECT sequence, subjects FROM events
            WHERE sequence > (SELECT through FROM subject_index) ORDER BY sequence
            """)
        defer { later.reset() }
        while try later.step() {
            guard let subjects = ColumnText.subjects(later.bytes(1)) else {
                throw .corrupt("the subjects of event \(later.int(0)) are not as they are written")
            }
            if subjects.contains(where: { $0.subject == subject }) {
                sequences.append(later.int(0))
            }
        }
        return sequences
    }
}
