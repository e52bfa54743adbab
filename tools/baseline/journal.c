/* What a program in C needs for the journal's work: the same tables, the same hashes and the same
 * durability, by libsqlite3 and OpenSSL and nothing else. tools/bench compares plysync with it.
 *
 *     journal append SCHEMA SOURCE TARGET COUNT BATCH   copies the first events of a journal
 *     journal verify JOURNAL                            walks along the chain of hashes
 *     journal touch JOURNAL                             reads every row, and every byte of its body
 *     journal sync FOLDER                               times fdatasync of 4 KiB
 *
 * Each prints one JSON object. Reading the source and opening files are not timed. */

#define _GNU_SOURCE
#include <fcntl.h>
#include <openssl/evp.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { hash_size = 32, pending_max = 4096 };

typedef struct {
    unsigned char *bytes;
    size_t count, capacity;
} Bytes;

typedef struct {
    sqlite3_int64 time;
    int run, system, kind, version;
    Bytes subjects, cause, body;
} Event;

typedef struct {
    Bytes *fields; /* each name as a field of the hashed header */
    int count;
} Names;

static sqlite3 *database;
static EVP_MD_CTX *hasher;

static void fail(const char *what) {
    fprintf(stderr, "%s: %s\n", what, database ? sqlite3_errmsg(database) : "failed");
    exit(1);
}

static double clock_seconds(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static double now(void) { return clock_seconds(CLOCK_MONOTONIC); }

static double start, processor_start;

static void begin(void) {
    processor_start = clock_seconds(CLOCK_PROCESS_CPUTIME_ID);
    start = now();
}

static void print(sqlite3_int64 events) {
    const double seconds = now() - start;
    printf(
        "{\"events\":%lld,\"seconds\":%.6f,\"processor_seconds\":%.6f}\n", events, seconds,
        clock_seconds(CLOCK_PROCESS_CPUTIME_ID) - processor_start);
}

/* Bytes */

static void add(Bytes *to, const void *bytes, size_t count) {
    if (to->count + count > to->capacity) {
        to->capacity = (to->count + count) * 2;
        to->bytes = realloc(to->bytes, to->capacity);
        if (!to->bytes) fail("memory");
    }
    if (count) memcpy(to->bytes + to->count, bytes, count);
    to->count += count;
}

static void add_number(Bytes *to, uint64_t number, int size) {
    unsigned char bytes[8];
    for (int place = 0; place < size; place++) bytes[place] = number >> (8 * (size - 1 - place));
    add(to, bytes, size);
}

static void add_field(Bytes *to, const void *bytes, size_t count) {
    add_number(to, count, 4);
    add(to, bytes, count);
}

static void sha256(const void *bytes, size_t count, unsigned char *hash) {
    EVP_DigestInit_ex2(hasher, EVP_sha256(), NULL);
    EVP_DigestUpdate(hasher, bytes, count);
    EVP_DigestFinal_ex(hasher, hash, NULL);
}

/* SQLite */

static void run(const char *sql) {
    if (sqlite3_exec(database, sql, NULL, NULL, NULL) != SQLITE_OK) fail(sql);
}

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v3(
            database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
        fail(sql);
    return statement;
}

static void step(sqlite3_stmt *statement) {
    if (sqlite3_step(statement) != SQLITE_DONE) fail("step");
    sqlite3_reset(statement);
}

static void answer_one(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count, (void)values;
    sqlite3_result_int(context, 1);
}

static void open_database(const char *path, int flags) {
    if (sqlite3_open_v2(path, &database, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
        fail(path);
    sqlite3_create_function_v2(
        database, "only_plysync_writes", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, NULL, answer_one,
        NULL, NULL, NULL);
}

static Names read_names(void) {
    Names names = {0};
    sqlite3_stmt *rows = prepare("SELECT name FROM names ORDER BY id");
    while (sqlite3_step(rows) == SQLITE_ROW) {
        names.fields = realloc(names.fields, (names.count + 1) * sizeof(Bytes));
        Bytes field = {0};
        add_field(&field, sqlite3_column_text(rows, 0), sqlite3_column_bytes(rows, 0));
        names.fields[names.count++] = field;
    }
    sqlite3_finalize(rows);
    return names;
}

static void genesis(unsigned char *hash) {
    Bytes text = {0};
    sqlite3_stmt *row = prepare("SELECT format, id, created FROM journal");
    if (sqlite3_step(row) != SQLITE_ROW) fail("journal");
    add_field(&text, sqlite3_column_text(row, 0), sqlite3_column_bytes(row, 0));
    add_field(&text, sqlite3_column_blob(row, 1), sqlite3_column_bytes(row, 1));
    add_number(&text, sqlite3_column_int64(row, 2), 8);
    sha256(text.bytes, text.count, hash);
    sqlite3_finalize(row);
}

/* The chain */

static void chain(
    Bytes *text, const Names *names, sqlite3_int64 sequence, const Event *event,
    const unsigned char *body_hash, unsigned char *hash) {
    text->count = 0;
    add(text, hash, hash_size);
    add_number(text, sequence, 8);
    add_number(text, event->time, 8);
    add_number(text, event->version, 4);
    const int places[] = {event->run, event->system, event->kind};
    for (int place = 0; place < 3; place++) {
        const Bytes *field = &names->fields[places[place] - 1];
        add(text, field->bytes, field->count);
    }
    add_field(text, event->subjects.bytes, event->subjects.count);
    add_field(text, event->cause.bytes, event->cause.count);
    add_number(text, 0, 4);
    add(text, body_hash, hash_size);
    sha256(text->bytes, text->count, hash);
}

/* The event of the current row, valid until the next step. */
static Event row_event(sqlite3_stmt *row) {
    Event event = {
        .time = sqlite3_column_int64(row, 0),
        .run = sqlite3_column_int(row, 1),
        .system = sqlite3_column_int(row, 2),
        .kind = sqlite3_column_int(row, 3),
        .version = sqlite3_column_int(row, 4)};
    Bytes *texts[] = {&event.subjects, &event.cause, &event.body};
    for (int place = 0; place < 3; place++) {
        texts[place]->bytes = (unsigned char *)sqlite3_column_text(row, 5 + place);
        texts[place]->count = sqlite3_column_bytes(row, 5 + place);
    }
    return event;
}

static Bytes copy(Bytes bytes) {
    Bytes copied = {0};
    add(&copied, bytes.bytes, bytes.count);
    return copied;
}

#define EVENT_COLUMNS "time, run, system, kind, version, subjects, cause, body"

/* The index of subjects, written behind as plysync does */

typedef struct {
    const char *name;
    int name_size, role_size;
    const char *role;
    sqlite3_int64 sequence;
} Entry;

static Entry pending[pending_max + 1024];
static int pending_count;
static sqlite3_int64 subject_count;

static int compare(const void *a, const void *b) {
    const Entry *left = a, *right = b;
    int shorter = left->name_size < right->name_size ? left->name_size : right->name_size;
    int order = memcmp(left->name, right->name, shorter);
    return order ? order : left->name_size - right->name_size;
}

/* Reads an array of texts; those of the measured histories have no escapes. */
static void collect(const Bytes *subjects, sqlite3_int64 sequence) {
    const char *text = (const char *)subjects->bytes, *end = text + subjects->count;
    while ((text = memchr(text, '"', end - text))) {
        const char *start = ++text;
        text = memchr(text, '"', end - text);
        if (!text) fail("subjects");
        const char *equals = memchr(start, '=', text - start);
        Entry entry = {.name = start, .role = start, .sequence = sequence};
        if (equals && equals - start < 10) {
            entry.role_size = equals - start;
            entry.name = equals + 1;
        }
        entry.name_size = text - entry.name;
        pending[pending_count++] = entry;
        text++;
    }
}

static void write_index(
    sqlite3_stmt *find, sqlite3_stmt *name, sqlite3_stmt *insert, sqlite3_stmt *mark,
    sqlite3_int64 through) {
    qsort(pending, pending_count, sizeof(Entry), compare);
    sqlite3_int64 number = 0;
    for (int place = 0; place < pending_count; place++) {
        const Entry *entry = &pending[place];
        if (place == 0 || compare(entry, entry - 1) != 0) {
            sqlite3_bind_text(find, 1, entry->name, entry->name_size, SQLITE_STATIC);
            int found = sqlite3_step(find);
            if (found == SQLITE_ROW) number = sqlite3_column_int64(find, 0);
            sqlite3_reset(find);
            if (found != SQLITE_ROW) {
                number = ++subject_count;
                sqlite3_bind_text(name, 1, entry->name, entry->name_size, SQLITE_STATIC);
                sqlite3_bind_int64(name, 2, number);
                step(name);
            }
        }
        sqlite3_bind_int64(insert, 1, number);
        sqlite3_bind_int64(insert, 2, entry->sequence);
        sqlite3_bind_text(insert, 3, entry->role, entry->role_size, SQLITE_STATIC);
        step(insert);
    }
    sqlite3_bind_int64(mark, 1, through);
    step(mark);
    pending_count = 0;
}

/* What is measured */

static void append(char **arguments) {
    const int count = atoi(arguments[3]), batch = atoi(arguments[4]);
    open_database(arguments[1], SQLITE_OPEN_READONLY);
    Event *events = calloc(count, sizeof(Event));
    sqlite3_stmt *rows =
        prepare("SELECT " EVENT_COLUMNS " FROM events ORDER BY sequence LIMIT ?1");
    sqlite3_bind_int(rows, 1, count);
    for (int place = 0; place < count; place++) {
        if (sqlite3_step(rows) != SQLITE_ROW) fail("the source has too few events");
        events[place] = row_event(rows);
        events[place].subjects = copy(events[place].subjects);
        events[place].cause = copy(events[place].cause);
        events[place].body = copy(events[place].body);
    }
    sqlite3_finalize(rows);
    Names names = read_names();
    sqlite3_close(database);

    Bytes schema = {0};
    FILE *file = fopen(arguments[0], "r");
    if (!file) fail(arguments[0]);
    char part[4096];
    for (size_t read; (read = fread(part, 1, sizeof part, file)) > 0;) add(&schema, part, read);
    add(&schema, "", 1);
    fclose(file);
    open_database(arguments[2], SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    run("PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY");
    run((char *)schema.bytes);
    run("INSERT INTO journal VALUES (1, 'plysync-journal-1', zeroblob(16), 0)");
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 256");

    sqlite3_stmt *name_insert = prepare("INSERT INTO names (id, name) VALUES (?1, ?2)");
    for (int place = 0; place < names.count; place++) {
        const Bytes *field = &names.fields[place];
        sqlite3_bind_int(name_insert, 1, place + 1);
        sqlite3_bind_text(
            name_insert, 2, (char *)field->bytes + 4, field->count - 4, SQLITE_STATIC);
        step(name_insert);
    }
    sqlite3_finalize(name_insert);
    sqlite3_stmt *open = prepare("BEGIN IMMEDIATE"), *commit = prepare("COMMIT");
    sqlite3_stmt *insert = prepare(
        "INSERT INTO events (sequence, " EVENT_COLUMNS ", body_hash, hash)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    sqlite3_stmt *find = prepare("SELECT id FROM subjects WHERE name = ?1");
    sqlite3_stmt *name = prepare("INSERT INTO subjects (name, id) VALUES (?1, ?2)");
    sqlite3_stmt *entry = prepare(
        "INSERT OR IGNORE INTO event_subjects (subject, sequence, role) VALUES (?1, ?2, ?3)");
    sqlite3_stmt *mark = prepare("UPDATE subject_index SET through = ?1");
    unsigned char hash[hash_size], body_hash[hash_size];
    genesis(hash);
    Bytes text = {0};

    begin();
    for (int first = 0; first < count; first += batch) {
        step(open);
        for (int place = first; place < first + batch && place < count; place++) {
            const Event *event = &events[place];
            sha256(event->body.bytes, event->body.count, body_hash);
            chain(&text, &names, place + 1, event, body_hash, hash);
            const sqlite3_int64 numbers[] = {
                place + 1, event->time, event->run, event->system, event->kind, event->version};
            for (int column = 0; column < 6; column++)
                sqlite3_bind_int64(insert, column + 1, numbers[column]);
            const Bytes *texts[] = {&event->subjects, &event->cause, &event->body};
            for (int column = 0; column < 3; column++)
                sqlite3_bind_text(
                    insert, column + 7, (char *)texts[column]->bytes, texts[column]->count,
                    SQLITE_STATIC);
            sqlite3_bind_blob(insert, 10, body_hash, hash_size, SQLITE_STATIC);
            sqlite3_bind_blob(insert, 11, hash, hash_size, SQLITE_STATIC);
            step(insert);
            collect(&event->subjects, place + 1);
            if (pending_count >= pending_max)
                write_index(find, name, entry, mark, place + 1);
        }
        step(commit);
    }
    print(count);
}

static void verify(char **arguments) {
    open_database(arguments[0], SQLITE_OPEN_READONLY);
    Names names = read_names();
    unsigned char hash[hash_size], body_hash[hash_size];
    genesis(hash);
    Bytes text = {0};
    sqlite3_int64 sequence = 0;
    sqlite3_stmt *rows =
        prepare("SELECT " EVENT_COLUMNS ", body_hash, hash FROM events ORDER BY sequence");
    begin();
    while (sqlite3_step(rows) == SQLITE_ROW) {
        Event event = row_event(rows);
        sha256(event.body.bytes, event.body.count, body_hash);
        chain(&text, &names, ++sequence, &event, body_hash, hash);
        if (memcmp(body_hash, sqlite3_column_blob(rows, 8), hash_size) != 0
            || memcmp(hash, sqlite3_column_blob(rows, 9), hash_size) != 0)
            fail("the chain is broken");
    }
    print(sequence);
}

static void touch(char **arguments) {
    open_database(arguments[0], SQLITE_OPEN_READONLY);
    sqlite3_int64 count = 0, bytes = 0;
    uint64_t sum = 0;
    sqlite3_stmt *rows = prepare(
        "SELECT " EVENT_COLUMNS ", sequence, body_hash, hash FROM events ORDER BY sequence");
    begin();
    while (sqlite3_step(rows) == SQLITE_ROW) {
        Event event = row_event(rows);
        /* One byte after the other, as a decoder must: no eight at a time. */
        for (size_t place = 0; place < event.body.count; place++)
            sum = sum * 31 + event.body.bytes[place];
        bytes += event.body.count;
        count++;
    }
    print(count);
    /* So that the compiler must touch what nobody asks for. */
    if (sum == 1 && bytes == 1) fprintf(stderr, "%llu\n", (unsigned long long)sum);
}

static int order(const void *a, const void *b) {
    double difference = *(const double *)a - *(const double *)b;
    return (difference > 0) - (difference < 0);
}

static void time_sync(char **arguments) {
    enum { rounds = 101 };
    char path[4096], page[4096];
    double times[rounds];
    snprintf(path, sizeof path, "%s/canary", arguments[0]);
    int file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
    if (file < 0) fail(path);
    for (int round = 0; round < rounds; round++) {
        memset(page, round, sizeof page);
        if (pwrite(file, page, sizeof page, (off_t)round * sizeof page) < 0) fail(path);
        begin();
        if (fdatasync(file) != 0) fail(path);
        times[round] = now() - start;
    }
    close(file);
    unlink(path);
    qsort(times, rounds, sizeof *times, order);
    printf("{\"seconds\":%.9f}\n", times[rounds / 2]);
}

int main(int count, char **arguments) {
    hasher = EVP_MD_CTX_new();
    const char *word = count > 2 ? arguments[1] : "";
    if (!strcmp(word, "append") && count == 7)
        append(arguments + 2);
    else if (!strcmp(word, "verify"))
        verify(arguments + 2);
    else if (!strcmp(word, "touch"))
        touch(arguments + 2);
    else if (!strcmp(word, "sync"))
        time_sync(arguments + 2);
    else {
        fprintf(stderr, "journal append|verify|touch|sync ...\n");
        return 2;
    }
    return 0;
}
