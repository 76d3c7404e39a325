using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Qiansi.Torch.RandomNumbers;

/// <summary>
/// A source of random numbers that gives PyTorch's numbers: the engine, and the second value of a pair of normal ones, which waits for the
/// next call.
/// </summary>
/// <remarks>
/// Whoever draws holds <see cref="Lock"/> for all of a tensor's numbers, as PyTorch does: two threads' tensors do not mix.
/// </remarks>
internal sealed class CpuGenerator
{
    /// <summary>Bytes of <see cref="GetState"/>.</summary>
    public const int StateSize = 5056;

    /// <summary>
    /// Where the parts of PyTorch's state lie: seed, left, seeded, next, 624 words of 64 bits, three doubles and a flag for normal values,
    /// a float and its flag.
    /// </summary>
    private const int LeftAt = 8, SeededAt = 12, NextAt = 16, WordsAt = 24, NormalAt = WordsAt + 8 * MersenneTwister.Size + 8,
        HasNormalAt = NormalAt + 16, FloatNormalAt = NormalAt + 24, HasFloatNormalAt = NormalAt + 28;

    private MersenneTwister _engine;
    private float? _nextFloatNormal;

    /// <summary>A generator at the start of a seed's sequence.</summary>
    public CpuGenerator(ulong seed = DefaultSeed) => (_engine, Seed) = (new MersenneTwister(seed), seed);

    /// <summary>The seed of a generator that was given none.</summary>
    public const ulong DefaultSeed = 67280421310721;

    /// <summary>The seed the sequence started with.</summary>
    public ulong Seed { get; private set; }

    /// <summary>Held while a tensor is filled.</summary>
    public Lock Lock { get; } = new();

    /// <summary>The second value of the last pair of normal ones, if nobody took it yet.</summary>
    public double? NextNormal { get; set; }

    /// <summary>Starts a seed's sequence.</summary>
    public void ManualSeed(ulong seed) => (_engine, Seed, NextNormal, _nextFloatNormal) = (new MersenneTwister(seed), seed, null, null);

    /// <summary>Starts an unpredictable sequence and returns its seed.</summary>
    public ulong SeedRandomly()
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomNumberGenerator.Fill(bytes);
        ManualSeed(BinaryPrimitives.ReadUInt64LittleEndian(bytes) & 0x1F_FFFF_FFFF_FFFF);
        return Seed;
    }

    /// <summary>The next 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Next() => _engine.Next();

    /// <summary>The next 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next64() => _engine.Next64();

    /// <summary>The next numbers of 32 bits.</summary>
    public void Fill(Span<uint> numbers) => _engine.Fill(numbers);

    /// <summary>The next number from 0 to below 1, a multiple of 2^−24.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float NextSingle() => (Next() & 0xFFFFFF) * (1f / 0x1000000);

    /// <summary>The next number from 0 to below 1, a multiple of 2^−53.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble() => (Next64() & 0x1F_FFFF_FFFF_FFFF) * (1.0 / 0x20_0000_0000_0000);

    /// <summary>A generator that goes on as this one does, apart from it.</summary>
    public CpuGenerator Clone() => new(Seed) { _engine = _engine.Clone(), NextNormal = NextNormal, _nextFloatNormal = _nextFloatNormal };

    /// <summary>The state, byte for byte as PyTorch's <c>Generator.get_state()</c> gives it.</summary>
    public byte[] GetState()
    {
        var state = new byte[StateSize];
        var (words, left, next) = _engine.State;
        BinaryPrimitives.WriteUInt64LittleEndian(state, Seed);
        BinaryPrimitives.WriteInt32LittleEndian(state.AsSpan(LeftAt), left);
        BinaryPrimitives.WriteInt32LittleEndian(state.AsSpan(SeededAt), 1);
        BinaryPrimitives.WriteUInt64LittleEndian(state.AsSpan(NextAt), (ulong)next);
        for (var i = 0; i < MersenneTwister.Size; i++)
            BinaryPrimitives.WriteUInt64LittleEndian(state.AsSpan(WordsAt + 8 * i), words.Span[i]);
        BinaryPrimitives.WriteDoubleLittleEndian(state.AsSpan(NormalAt), NextNormal ?? 0);
        BinaryPrimitives.WriteInt32LittleEndian(state.AsSpan(HasNormalAt), NextNormal is null ? 0 : 1);
        BinaryPrimitives.WriteSingleLittleEndian(state.AsSpan(FloatNormalAt), _nextFloatNormal ?? 0);
        state[HasFloatNormalAt] = _nextFloatNormal is null ? (byte)0 : (byte)1;
        return state;
    }

    /// <summary>Goes on from a state of <see cref="GetState"/> or of PyTorch's <c>get_state()</c> on a CPU.</summary>
    /// <exception cref="ArgumentException">It is no such state.</exception>
    public void SetState(ReadOnlySpan<byte> state)
    {
        if (state.Length != StateSize)
            throw new ArgumentException($"the state of a CPU generator has {StateSize} bytes, this one {state.Length}");
        if (BinaryPrimitives.ReadInt32LittleEndian(state[SeededAt..]) != 1)
            throw new ArgumentException("no state of a CPU generator: it was never seeded");
        var words = new uint[MersenneTwister.Size];
        for (var i = 0; i < words.Length; i++) words[i] = (uint)BinaryPrimitives.ReadUInt64LittleEndian(state[(WordsAt + 8 * i)..]);
        _engine = new MersenneTwister(words, BinaryPrimitives.ReadInt32LittleEndian(state[LeftAt..]),
            (int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt64LittleEndian(state[NextAt..])));
        Seed = BinaryPrimitives.ReadUInt64LittleEndian(state);
        NextNormal = BinaryPrimitives.ReadInt32LittleEndian(state[HasNormalAt..]) != 0
            ? BinaryPrimitives.ReadDoubleLittleEndian(state[NormalAt..]) : null;
        _nextFloatNormal = state[HasFloatNormalAt] != 0 ? BinaryPrimitives.ReadSingleLittleEndian(state[FloatNormalAt..]) : null;
    }
}
