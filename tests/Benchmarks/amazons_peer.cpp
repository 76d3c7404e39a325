// A plain bitboard generator of the Amazons' moves, compiled by the benchmark: g++ -O3 -march=native. Prints the milliseconds of each run of
// perft(2) from the start, bulk-counted, and its result. The board is 128 bits, eleven columns a row, the last always taken.
#include <chrono>
#include <cstdio>
#include <cstdlib>

typedef unsigned __int128 Bits;

static const int STEPS[4] = {1, 10, 11, 12};

static Bits bit(int square) { return (Bits)1 << square; }

// Calls f for each free square a queen sees from a square.
template <class F> static inline void rays(Bits free, int square, F f) {
    for (int step : STEPS) {
        for (int at = square + step; at < 110 && (free >> at & 1); at += step) f(at);
        for (int at = square - step; at >= 0 && (free >> at & 1); at -= step) f(at);
    }
}

static int popcount(Bits b) { return __builtin_popcountll((unsigned long long)b) + __builtin_popcountll((unsigned long long)(b >> 64)); }

// The squares a queen sees, all rays filled by doubling.
static Bits sees(Bits free, int square) {
    Bits seen = 0;
    for (int step : STEPS) {
        Bits up = bit(square), down = up, upFree = free, downFree = free;
        for (int s = step, i = 0; i < 4; i++, s *= 2) {
            up |= upFree & (up << s); upFree &= upFree << s;
            down |= downFree & (down >> s); downFree &= downFree >> s;
        }
        seen |= up | down;
    }
    return seen & free;
}

struct Board {
    Bits free;
    int amazons[2][4];
};

static long count(const Board& board, int side) {
    long moves = 0;
    for (int from : board.amazons[side]) {
        Bits free = board.free | bit(from);
        rays(board.free, from, [&](int to) { moves += popcount(sees(free & ~bit(to), to)); });
    }
    return moves;
}

static long perft2(Board& board, int side) {
    long nodes = 0;
    for (int a = 0; a < 4; a++) {
        int from = board.amazons[side][a];
        Bits start = board.free, left = start | bit(from);
        rays(start, from, [&](int to) {
            rays(left & ~bit(to), to, [&](int arrow) {
                board.free = left & ~bit(to) & ~bit(arrow);
                board.amazons[side][a] = to;
                nodes += count(board, 1 - side);
                board.amazons[side][a] = from;
                board.free = start;
            });
        });
    }
    return nodes;
}

int main(int argc, char** argv) {
    int runs = argc > 1 ? atoi(argv[1]) : 7;
    Board board = {0, {{33, 3, 6, 42}, {66, 102, 105, 75}}};
    for (int y = 0; y < 10; y++) for (int x = 0; x < 10; x++) board.free |= bit(11 * y + x);
    for (auto& side : board.amazons) for (int square : side) board.free &= ~bit(square);
    for (int i = 0; i < runs; i++) {
        auto begin = std::chrono::steady_clock::now();
        long nodes = perft2(board, 0);
        std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
        printf("%.4f %ld\n", time.count(), nodes);
    }
}
