// Runs artifacts/todoku/todoku if no source is newer than it, else builds it first. Used by ./todoku, which must cost a few
// milliseconds: a shell needs two look-ups for each of about a thousand files, this one, and no process of its own.
// Arguments: the root of the project, then those of the command.
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_DEPTH = 12, MAX_PATH = 4096 };

static struct timespec built;

static int is_newer(const struct stat *file) {
    return file->st_mtim.tv_sec > built.tv_sec || (file->st_mtim.tv_sec == built.tv_sec && file->st_mtim.tv_nsec > built.tv_nsec);
}

// Whether a file or folder, or anything in it, is newer. A folder's own time changes when a file is added or removed.
static int any_newer(int parent, const char *name, int depth) {
    struct stat entry;
    if (fstatat(parent, name, &entry, AT_SYMLINK_NOFOLLOW) != 0) return 0;
    if (is_newer(&entry)) return 1;
    if (!S_ISDIR(entry.st_mode) || depth == MAX_DEPTH) return 0;
    int folder = openat(parent, name, O_RDONLY | O_DIRECTORY);
    DIR *entries = folder < 0 ? NULL : fdopendir(folder);
    if (entries == NULL) return 1;
    int found = 0;
    for (struct dirent *item; !found && (item = readdir(entries)) != NULL;)
        found = item->d_name[0] != '.' && any_newer(folder, item->d_name, depth + 1);
    closedir(entries);
    return found;
}

int main(int argc, char **argv) {
    static const char *sources[] = {"src", "knowledge", "eng", "Directory.Build.props", "Directory.Packages.props", "global.json"};
    char path[MAX_PATH];
    struct stat stamp;
    if (argc < 2) return 64;
    int root = open(argv[1], O_RDONLY | O_DIRECTORY);
    int stale = root < 0 || fstatat(root, "artifacts/todoku/.built", &stamp, 0) != 0;
    if (!stale) built = stamp.st_mtim;
    for (size_t i = 0; !stale && i < sizeof sources / sizeof *sources; i++) stale = any_newer(root, sources[i], 0);
    if (stale) setenv("TODOKU_STALE", "1", 1); // the script then builds and runs
    snprintf(path, sizeof path, stale ? "%s/todoku" : "%s/artifacts/todoku/todoku", argv[1]);
    argv[1] = argv[0] = path;
    execv(path, argv + 1);
    perror(path);
    return 70;
}
