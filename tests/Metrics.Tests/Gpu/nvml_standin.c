/* Stands in for NVIDIA's management library. What it plays is read from QIANSI_STANDIN at every call, words separated by commas:
     gpus=N       N devices
     mig          device 0 is divided: parts in places 0 and 2 of 3
     lost=I       device I is lost
     denied       power and clocks may not be read
     driver-lost  the driver is gone: every call but nvmlInit says so, and nvmlInit says it is not loaded
     many         40 programs on each device
     hang         reading memory takes 30 s
   Shapes after NVML's public API reference. Compile: gcc -shared -fPIC -o libnvml-standin.so nvml_standin.c */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { OK = 0, UNINITIALIZED = 1, INVALID = 2, UNSUPPORTED = 3, DENIED = 4, NOT_FOUND = 6, TOO_SMALL = 7, NOT_LOADED = 9, LOST = 15 };

typedef struct { int gpu, part; } Device;
typedef struct { unsigned gpu, memory; } Utilization;
typedef struct { uint64_t total, free, used; } Memory;
typedef struct { unsigned pid; uint64_t used; unsigned gpu_instance, compute_instance; } Process;

static Device devices[64], parts[3] = { { 0, 0 }, { 0, 1 }, { 0, 2 } };
static int initialized, ticks;

static const char *scenario(void) { const char *s = getenv("QIANSI_STANDIN"); return s ? s : "gpus=1"; }
static int plays(const char *word) {
  const char *at = strstr(scenario(), word);
  return at && (at == scenario() || at[-1] == ',') && (at[strlen(word)] == 0 || at[strlen(word)] == ',');
}
static int number(const char *name, int otherwise) { const char *at = strstr(scenario(), name); return at ? atoi(at + strlen(name)) : otherwise; }

static int check(const Device *d) {
  if (!initialized || plays("driver-lost")) return UNINITIALIZED;
  if (!d) return INVALID;
  if (d->gpu == number("lost=", -1)) return LOST;
  return OK;
}

int nvmlInit_v2(void) { if (plays("driver-lost")) return NOT_LOADED; initialized = 1; return OK; }
int nvmlShutdown(void) { initialized = 0; return OK; }
int nvmlDeviceGetCount_v2(unsigned *count) { if (!initialized) return UNINITIALIZED; *count = number("gpus=", 1); return OK; }

int nvmlDeviceGetHandleByIndex_v2(unsigned i, Device **d) {
  if (!initialized) return UNINITIALIZED;
  if ((int)i >= number("gpus=", 1)) return INVALID;
  devices[i] = (Device){ (int)i, -1 };
  *d = &devices[i];
  return check(*d);
}

int nvmlDeviceGetMigMode(Device *d, unsigned *now, unsigned *later) {
  int code = check(d);
  *now = *later = plays("mig") && d->gpu == 0;
  return code ? code : plays("mig") ? OK : UNSUPPORTED;
}
int nvmlDeviceGetMaxMigDeviceCount(Device *d, unsigned *count) { *count = 3; return check(d); }
int nvmlDeviceGetMigDeviceHandleByIndex(Device *d, unsigned i, Device **part) {
  if (i == 1 || i > 2) return NOT_FOUND;
  *part = &parts[i];
  return check(d);
}

int nvmlDeviceGetName(Device *d, char *name, unsigned length) {
  if (d->part < 0) snprintf(name, length, "Stand-in H100 %d", d->gpu);
  else snprintf(name, length, "Stand-in H100 MIG %dg.%dgb", 1 + d->part, 10 + 10 * d->part);
  return check(d);
}

int nvmlDeviceGetUtilizationRates(Device *d, Utilization *u) {
  int code = check(d);
  if (code) return code;
  if (d->part >= 0 || (plays("mig") && d->gpu == 0)) return UNSUPPORTED;
  *u = (Utilization){ (unsigned)(40 + 7 * d->gpu + ticks++ % 5) % 101, 30 };
  return OK;
}

int nvmlDeviceGetMemoryInfo(Device *d, Memory *m) {
  int code = check(d);
  if (code) return code;
  if (plays("hang")) sleep(30);
  uint64_t gib = 1024ull * 1024 * 1024, total = d->part < 0 ? 80 * gib : (uint64_t)(10 + 10 * d->part) * gib;
  uint64_t used = d->part < 0 ? (uint64_t)(10 + 9 * d->gpu) * gib : 4 * gib;
  *m = (Memory){ total, total - used, used };
  return OK;
}

int nvmlDeviceGetTemperature(Device *d, int sensor, unsigned *t) { *t = 60 + 4 * d->gpu; return sensor ? INVALID : check(d); }
int nvmlDeviceGetTemperatureThreshold(Device *d, int kind, unsigned *t) { *t = 92; return kind == 1 ? check(d) : INVALID; }
int nvmlDeviceGetPowerUsage(Device *d, unsigned *mw) { *mw = 350000 + 20000 * d->gpu; return plays("denied") ? DENIED : check(d); }
int nvmlDeviceGetEnforcedPowerLimit(Device *d, unsigned *mw) { *mw = 700000; return check(d); }
int nvmlDeviceGetClockInfo(Device *d, int kind, unsigned *mhz) { *mhz = kind == 1 ? 1755 : 2619; return plays("denied") ? DENIED : kind == 1 || kind == 2 ? check(d) : INVALID; }

int nvmlDeviceGetComputeRunningProcesses_v3(Device *d, unsigned *count, Process *list) {
  int code = check(d), there = plays("many") ? 100 : d->gpu % 2 == 0 ? 2 : 1;
  if (code) return code;
  unsigned room = *count;
  *count = there;
  if (room < (unsigned)there) return TOO_SMALL;
  for (int i = 0; i < there; i++) list[i] = (Process){ i == 0 ? (unsigned)getpid() : 4000000u + 10 * d->gpu + i, (uint64_t)(i + 1) * 1024 * 1024 * 1024, 0xFFFFFFFF, 0xFFFFFFFF };
  return OK;
}
int nvmlDeviceGetGraphicsRunningProcesses_v3(Device *d, unsigned *count, Process *list) { (void)list; *count = 0; return check(d); }
