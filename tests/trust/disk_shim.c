/* A disk that can be told to fail, to kill its process, and to write down what it is asked for.
 *
 * Preloaded (LD_PRELOAD) into the harness's children; without orders it only passes calls on. It
 * looks at paths under one folder. Every call that changes something there is one step:
 *
 *   disk_fault(n, error, sticky)  the n-th step from now fails (and all after it where sticky);
 *                                 a failing write first writes half of what it was given
 *   disk_kill(n)                  the process is killed in place of the n-th step; a write is half
 *                                 done by then
 *   disk_record(fd)               each step that was done is written to that file (disk_log.py)
 *   disk_ack(number)              the program has said so much to be safe
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define FDS 4096
#define NAME 4200
#define REAL(name) ({ static __typeof__(&name) f; if (!f) f = dlsym(RTLD_NEXT, #name); f; })

static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static char root[NAME];
static size_t root_length;
static unsigned char ours[FDS];
static long steps, fault_at, kill_at, fired;
static int fault_error, fault_sticky, record_fd = -1;

void disk_root(const char *path) { strncpy(root, path, NAME - 1); root_length = strlen(root); }
void disk_fault(long n, int error, int sticky) {
  steps = 0; fired = 0; fault_at = n; fault_error = error; fault_sticky = sticky;
}
void disk_kill(long n) { steps = 0; kill_at = n; }
void disk_record(int fd) { record_fd = fd; }
long disk_steps(void) { return steps; }
long disk_fired(void) { return fired; }

struct head { uint8_t op, pad[3]; int32_t fd; int64_t at; uint32_t first, second; };

static void tell(char op, int fd, int64_t at, const void *a, size_t m, const void *b, size_t n) {
  if (record_fd < 0) return;
  struct head head = {(uint8_t)op, {0}, fd, at, (uint32_t)m, (uint32_t)n};
  int kept = errno;
  syscall(SYS_write, record_fd, &head, sizeof head);
  if (m) syscall(SYS_write, record_fd, a, m);
  if (n) syscall(SYS_write, record_fd, b, n);
  errno = kept;
}
void disk_ack(long number) {
  pthread_mutex_lock(&lock); tell('A', 0, number, 0, 0, 0, 0); pthread_mutex_unlock(&lock);
}

/* The whole name, links in the folder's own path aside; 1 where it is under the root. */
static int whole(int folder, const char *path, char *out) {
  if (!root_length || !path) return 0;
  if (path[0] == '/') snprintf(out, NAME, "%s", path);
  else {
    char link[64]; ssize_t n;
    if (folder == AT_FDCWD) snprintf(link, sizeof link, "/proc/self/cwd");
    else snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    if ((n = readlink(link, out, NAME - 2)) < 0) return 0;
    out[n] = '/'; snprintf(out + n + 1, NAME - n - 1, "%s", path);
  }
  return !strncmp(out, root, root_length);
}

/* One step more; 1 where it is to fail. */
static int step(void) {
  steps++;
  if (kill_at && steps == kill_at) kill(getpid(), SIGKILL);
  if (fault_at && (steps == fault_at || (fault_sticky && steps > fault_at))) {
    fired++; errno = fault_error; return 1;
  }
  return 0;
}
#define HELD pthread_mutex_lock(&lock)
#define FREE(value) do { long v_ = (value); int e_ = errno; pthread_mutex_unlock(&lock); \
  errno = e_; return v_; } while (0)

static int opened(int folder, const char *path, int flags, mode_t mode) {
  char name[NAME]; struct stat before;
  if (!whole(folder, path, name)) return syscall(SYS_openat, folder, path, flags, mode);
  HELD;
  int there = stat(name, &before) == 0;
  if (step()) FREE(-1);
  int fd = syscall(SYS_openat, folder, path, flags, mode);
  if (fd >= 0 && fd < FDS) {
    ours[fd] = 1;
    tell('O', fd, (there ? 0 : 1) | (flags & O_TRUNC ? 2 : 0), name, strlen(name), 0, 0);
  }
  FREE(fd);
}
#define MODE mode_t mode = 0; if (flags & (O_CREAT | __O_TMPFILE)) { \
  va_list more; va_start(more, flags); mode = va_arg(more, int); va_end(more); }
int open(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE return opened(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE return opened(at, path, flags, mode); }

static int mine(int fd) { return fd >= 0 && fd < FDS && ours[fd]; }

int close(int fd) {
  HELD;
  if (mine(fd)) { ours[fd] = 0; tell('C', fd, 0, 0, 0, 0, 0); }
  FREE(syscall(SYS_close, fd));
}
static ssize_t written(int fd, const void *data, size_t length, off_t at) {
  HELD;
  if (kill_at && steps + 1 == kill_at && length > 1) {
    syscall(SYS_pwrite64, fd, data, length / 2, at);  /* it dies half-way */
    kill(getpid(), SIGKILL);
  }
  int failing = step();
  size_t wanted = failing ? length / 2 : length;
  ssize_t done = wanted ? syscall(SYS_pwrite64, fd, data, wanted, at) : 0;
  if (done > 0) tell('W', fd, at, data, done, 0, 0);
  if (failing) { errno = fault_error; FREE(-1); }
  FREE(done);
}
ssize_t write(int fd, const void *data, size_t length) {
  if (!mine(fd)) return syscall(SYS_write, fd, data, length);
  HELD;
  struct stat now; off_t at;
  int end = fcntl(fd, F_GETFL) & O_APPEND;
  if (end) { fstat(fd, &now); at = now.st_size; } else at = lseek(fd, 0, SEEK_CUR);
  ssize_t done = written(fd, data, length, at);
  if (done > 0 && !end) { int kept = errno; lseek(fd, at + done, SEEK_SET); errno = kept; }
  FREE(done);
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t at) {
  return mine(fd) ? written(fd, data, length, at) : syscall(SYS_pwrite64, fd, data, length, at);
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) {
  return pwrite(fd, data, length, at);
}
/* Not offered: who copies falls back on reading and writing, which are seen. */
ssize_t sendfile(int out, int in, off_t *at, size_t n) {
  if (mine(out)) { errno = EINVAL; return -1; }
  return syscall(SYS_sendfile, out, in, at, n);
}
ssize_t sendfile64(int out, int in, off64_t *at, size_t n) { return sendfile(out, in, at, n); }
ssize_t copy_file_range(int in, off64_t *a, int out, off64_t *b, size_t n, unsigned flags) {
  if (mine(out)) { errno = EINVAL; return -1; }
  return syscall(SYS_copy_file_range, in, a, out, b, n, flags);
}
static int synced(int fd, long number) {
  if (!mine(fd)) return syscall(number, fd);
  HELD;
  if (step()) FREE(-1);
  int done = syscall(number, fd);
  tell('S', fd, 0, 0, 0, 0, 0);
  FREE(done);
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }
int ftruncate(int fd, off_t size) {
  if (!mine(fd)) return syscall(SYS_ftruncate, fd, size);
  HELD;
  if (step()) FREE(-1);
  int done = syscall(SYS_ftruncate, fd, size);
  if (!done) tell('T', fd, size, 0, 0, 0, 0);
  FREE(done);
}
int ftruncate64(int fd, off64_t size) { return ftruncate(fd, size); }

static int named(char op, int at, const char *path, long number, long extra) {
  char name[NAME];
  int seen = whole(at, path, name);
  if (!seen) return syscall(number, at, path, extra);
  HELD;
  if (step()) FREE(-1);
  int done = syscall(number, at, path, extra);
  if (!done) tell(op == 'U' && extra & AT_REMOVEDIR ? 'D' : op, 0, 0, name, strlen(name), 0, 0);
  FREE(done);
}
int unlink(const char *path) { return named('U', AT_FDCWD, path, SYS_unlinkat, 0); }
int unlinkat(int at, const char *path, int flags) { return named('U', at, path, SYS_unlinkat, flags); }
int rmdir(const char *path) { return named('U', AT_FDCWD, path, SYS_unlinkat, AT_REMOVEDIR); }
int mkdir(const char *path, mode_t mode) { return named('M', AT_FDCWD, path, SYS_mkdirat, mode); }
int mkdirat(int at, const char *path, mode_t mode) { return named('M', at, path, SYS_mkdirat, mode); }

static int two(char op, int a, const char *from, int b, const char *to, long number, long flags) {
  char one[NAME], other[NAME];
  int seen = whole(b, to, other) & whole(a, from, one);
  if (!seen) return syscall(number, a, from, b, to, flags);
  HELD;
  if (step()) FREE(-1);
  int done = syscall(number, a, from, b, to, flags);
  if (!done) tell(op, 0, 0, one, strlen(one), other, strlen(other));
  FREE(done);
}
int rename(const char *a, const char *b) { return two('R', AT_FDCWD, a, AT_FDCWD, b, SYS_renameat2, 0); }
int renameat(int at, const char *a, int to, const char *b) {
  return two('R', at, a, to, b, SYS_renameat2, 0);
}
int link(const char *a, const char *b) { return two('L', AT_FDCWD, a, AT_FDCWD, b, SYS_linkat, 0); }
int linkat(int at, const char *a, int to, const char *b, int flags) {
  return two('L', at, a, to, b, SYS_linkat, flags);
}
