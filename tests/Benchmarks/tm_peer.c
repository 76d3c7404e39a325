/* A plain interpreter of the Tiny Machine, as one writes it first: a loop around a switch. Reads one instruction a line (operation, r, s, t or d), writes what the program writes, then its seconds. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { HALT, IN, OUT, ADD, SUB, MUL, DIV, LD, ST, LDA, LDC, JLT, JLE, JGT, JGE, JEQ, JNE };

typedef struct { int op, r, s, d; } Instruction;

#define CODE 1024
#define DATA 1048576

static Instruction code[CODE];
static int data[DATA], reg[8];

static long run(void) {
    long executed = 0;
    for (;;) {
        int pc = reg[7];
        if (pc < 0 || pc >= CODE) return -1;
        Instruction i = code[pc];
        reg[7] = pc + 1;
        executed++;
        int r = i.r, s = i.s, t = i.d, m = i.d + reg[s];
        switch (i.op) {
        case HALT: return executed;
        case IN: if (scanf("%d", &reg[r]) != 1) return -1; break;
        case OUT: printf("%d\n", reg[r]); break;
        case ADD: reg[r] = (int)((unsigned)reg[s] + (unsigned)reg[t]); break;
        case SUB: reg[r] = (int)((unsigned)reg[s] - (unsigned)reg[t]); break;
        case MUL: reg[r] = (int)((unsigned)reg[s] * (unsigned)reg[t]); break;
        case DIV: if (reg[t] == 0) return -1; reg[r] = reg[s] / reg[t]; break;
        case LD: if (m < 0 || m >= DATA) return -1; reg[r] = data[m]; break;
        case ST: if (m < 0 || m >= DATA) return -1; data[m] = reg[r]; break;
        case LDA: reg[r] = m; break;
        case LDC: reg[r] = i.d; break;
        case JLT: if (reg[r] < 0) reg[7] = m; break;
        case JLE: if (reg[r] <= 0) reg[7] = m; break;
        case JGT: if (reg[r] > 0) reg[7] = m; break;
        case JGE: if (reg[r] >= 0) reg[7] = m; break;
        case JEQ: if (reg[r] == 0) reg[7] = m; break;
        case JNE: if (reg[r] != 0) reg[7] = m; break;
        default: return -1;
        }
    }
}

int main(int argc, char **argv) {
    FILE *file = argc > 1 ? fopen(argv[1], "r") : NULL;
    if (!file) return 2;
    for (int i = 0; i < CODE && fscanf(file, "%d %d %d %d", &code[i].op, &code[i].r, &code[i].s, &code[i].d) == 4; i++) { }
    fclose(file);
    data[0] = DATA - 1;
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    long executed = run();
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%.6f\n", (end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) * 1e-9);
    return executed > 0 ? 0 : 1;
}
