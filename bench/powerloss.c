// Preloaded into a program: keeps beside every file of its queue what a power cut would leave of it, as FILE.durable. A write is applied there
// when the file is synced; before that each write is with even chances already there, as a disk writes in any order. So killing the
// program at any moment and starting again from the .durable files is a power cut that drops or reorders what was written after the last sync.
// POWERLOSS=PATH names the database; its -wal is followed too. The folder's own entries count as synced.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MAX_FD = 1024, MAX_PATH = 4096 };

struct change { struct change *next; long offset, length; char bytes[]; }; // length < 0: truncated to offset
static struct { int shadow; struct change *first, **last; } files[MAX_FD];
static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static unsigned seed = 1;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void apply(int shadow, const struct change *c) {
    if (c->length < 0) { if (REAL(ftruncate)(shadow, c->offset)) abort(); }
    else if (REAL(pwrite)(shadow, c->bytes, c->length, c->offset) != c->length) abort();
}

static void opened(int fd, const char *path) {
    const char *queue = getenv("POWERLOSS");
    char name[MAX_PATH];
    if (fd < 0 || fd >= MAX_FD || queue == NULL) return;
    pthread_mutex_lock(&gate);
    if (files[fd].shadow > 0) REAL(close)(files[fd].shadow);
    files[fd].shadow = 0;
    size_t length = strlen(queue);
    if (strncmp(path, queue, length) == 0 && (path[length] == 0 || strcmp(path + length, "-wal") == 0)) {
        snprintf(name, sizeof name, "%s.durable", path);
        files[fd].shadow = REAL(open)(name, O_RDWR | O_CREAT, 0600);
        files[fd].first = NULL;
        files[fd].last = &files[fd].first;
    }
    pthread_mutex_unlock(&gate);
}

static void changed(int fd, const void *bytes, long length, long offset) {
    if (fd < 0 || fd >= MAX_FD || files[fd].shadow <= 0) return;
    pthread_mutex_lock(&gate);
    struct change *c = malloc(sizeof *c + (length > 0 ? length : 0));
    c->next = NULL; c->offset = offset; c->length = length;
    if (length > 0) memcpy(c->bytes, bytes, length);
    *files[fd].last = c;
    files[fd].last = &c->next;
    if (rand_r(&seed) & 64) apply(files[fd].shadow, c);
    pthread_mutex_unlock(&gate);
}

static void synced(int fd) {
    if (fd < 0 || fd >= MAX_FD || files[fd].shadow <= 0) return;
    pthread_mutex_lock(&gate);
    for (struct change *c = files[fd].first, *next; c != NULL; c = next) { next = c->next; apply(files[fd].shadow, c); free(c); }
    files[fd].first = NULL;
    files[fd].last = &files[fd].first;
    pthread_mutex_unlock(&gate);
}

int open(const char *path, int flags, ...) {
    int mode = 0;
    if (flags & O_CREAT) { __builtin_va_list list; __builtin_va_start(list, flags); mode = __builtin_va_arg(list, int); __builtin_va_end(list); }
    int fd = REAL(open)(path, flags, mode);
    opened(fd, path);
    return fd;
}

int open64(const char *path, int flags, ...) {
    int mode = 0;
    if (flags & O_CREAT) { __builtin_va_list list; __builtin_va_start(list, flags); mode = __builtin_va_arg(list, int); __builtin_va_end(list); }
    int fd = REAL(open)(path, flags, mode);
    opened(fd, path);
    return fd;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
    ssize_t written = REAL(pwrite)(fd, bytes, length, offset);
    if (written > 0) changed(fd, bytes, written, offset);
    return written;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) { return pwrite(fd, bytes, length, offset); }

ssize_t write(int fd, const void *bytes, size_t length) {
    long offset = fd >= 0 && fd < MAX_FD && files[fd].shadow > 0 ? lseek(fd, 0, SEEK_CUR) : 0;
    ssize_t written = REAL(write)(fd, bytes, length);
    if (written > 0) changed(fd, bytes, written, offset);
    return written;
}

int ftruncate(int fd, off_t length) { int r = REAL(ftruncate)(fd, length); if (r == 0) changed(fd, NULL, -1, length); return r; }
int ftruncate64(int fd, off64_t length) { return ftruncate(fd, length); }
int fsync(int fd) { int r = REAL(fsync)(fd); if (r == 0) synced(fd); return r; }
int fdatasync(int fd) { int r = REAL(fdatasync)(fd); if (r == 0) synced(fd); return r; }

int close(int fd) {
    if (fd >= 0 && fd < MAX_FD && files[fd].shadow > 0) { REAL(close)(files[fd].shadow); files[fd].shadow = 0; }
    return REAL(close)(fd);
}

int unlink(const char *path) {
    const char *queue = getenv("POWERLOSS");
    char name[MAX_PATH];
    if (queue != NULL && strncmp(path, queue, strlen(queue)) == 0) { snprintf(name, sizeof name, "%s.durable", path); REAL(unlink)(name); }
    return REAL(unlink)(path);
}
