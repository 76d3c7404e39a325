using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Qiansi.Torch.RandomNumbers;

/// <summary>
/// MT19937 (Matsumoto and Nishimura 1998): 32-bit numbers with a period of 2^19937 − 1, counted as PyTorch's engine counts them.
/// </summary>
internal sealed class MersenneTwister
{
    /// <summary>Words of state.</summary>
    public const int Size = 624;

    /// <summary>The recurrence's middle word.</summary>
    private const int Middle = 397;

    private readonly uint[] _words = new uint[Size];

    /// <summary>Numbers until the next twist, counting it: 1 when the state is used up.</summary>
    private int _left = 1;

    private int _next;

    /// <summary>Starts the sequence of a seed.</summary>
    /// <param name="seed">Only its low 32 bits choose the sequence.</param>
    public MersenneTwister(ulong seed)
    {
        _words[0] = (uint)seed;
        for (var i = 1; i < Size; i++) _words[i] = 1812433253 * (_words[i - 1] ^ (_words[i - 1] >> 30)) + (uint)i;
    }

    /// <summary>Goes on from a saved place.</summary>
    /// <param name="words">624 words.</param>
    /// <param name="left">Numbers until the next twist, counting it: 1 to 624.</param>
    /// <param name="next">The word that comes next, 0 to 624.</param>
    /// <exception cref="ArgumentException">The three do not belong together.</exception>
    public MersenneTwister(ReadOnlySpan<uint> words, int left, int next)
    {
        if (words.Length != Size) throw new ArgumentException($"the state of a generator has {Size} words, this one {words.Length}");
        if (left is < 1 or > Size || next is < 0 or > Size || (left > 1 && left + next != Size + 1))
            throw new ArgumentException($"no state of a generator: {left} numbers left and word {next} next do not belong together");
        words.CopyTo(_words);
        (_left, _next) = (left, next);
    }

    /// <summary>The state's words, the numbers until the next twist, and the next word.</summary>
    public (ReadOnlyMemory<uint> Words, int Left, int Next) State => (_words, _left, _next);

    /// <summary>A generator that goes on as this one does, apart from it.</summary>
    public MersenneTwister Clone() => new(_words, _left, _next);

    /// <summary>The next number, uniform over all 32-bit numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Next()
    {
        if (--_left == 0) Twist();
        var y = _words[_next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >> 18);
    }

    /// <summary>The next two numbers as one of 64 bits, the first one high.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next64()
    {
        var high = Next();
        return ((ulong)high << 32) | Next();
    }

    /// <summary>The next numbers, as many as fit: the same as calling <see cref="Next"/> for each, several at a time.</summary>
    public void Fill(Span<uint> numbers)
    {
        while (numbers.Length > 0)
        {
            if (_left == 1)
            {
                Twist();
                _left = Size + 1;
            }

            var count = Math.Min(numbers.Length, _left - 1);
            Temper(_words.AsSpan(_next, count), numbers);
            _next += count;
            _left -= count;
            numbers = numbers[count..];
        }
    }

    /// <summary>Makes the next 624 words; each depends on the word itself, the next one and the one 397 further.</summary>
    private void Twist()
    {
        Twist(0, Size - Middle, Middle);
        Twist(Size - Middle, Size - 1, Middle - Size);
        _words[Size - 1] = _words[Middle - 1] ^ Mix(_words[Size - 1], _words[0]);
        (_left, _next) = (Size, 0);
    }

    private void Twist(int from, int to, int distance)
    {
        ref var words = ref MemoryMarshal.GetArrayDataReference(_words);
        var i = from;
        for (; i <= to - Vector<uint>.Count; i += Vector<uint>.Count)
        {
            var low = Vector.LoadUnsafe(ref words, (nuint)(i + 1));
            var joined = (Vector.LoadUnsafe(ref words, (nuint)i) & new Vector<uint>(0x80000000)) | (low & new Vector<uint>(0x7FFFFFFF));
            var odd = Vector<uint>.Zero - (low & Vector<uint>.One);
            (Vector.LoadUnsafe(ref words, (nuint)(i + distance)) ^ (joined >>> 1) ^ (odd & new Vector<uint>(0x9908B0DF))).StoreUnsafe(
                ref words, (nuint)i);
        }

        for (; i < to; i++) _words[i] = _words[i + distance] ^ Mix(_words[i], _words[i + 1]);
    }

    private static uint Mix(uint high, uint low) => (((high & 0x80000000) | (low & 0x7FFFFFFF)) >> 1) ^ ((0 - (low & 1)) & 0x9908B0DF);

    private static void Temper(ReadOnlySpan<uint> words, Span<uint> numbers)
    {
        var i = 0;
        for (; i <= words.Length - Vector<uint>.Count; i += Vector<uint>.Count)
        {
            var y = new Vector<uint>(words[i..]);
            y ^= y >>> 11;
            y ^= (y << 7) & new Vector<uint>(0x9D2C5680);
            y ^= (y << 15) & new Vector<uint>(0xEFC60000);
            (y ^ (y >>> 18)).CopyTo(numbers[i..]);
        }

        for (; i < words.Length; i++)
        {
            var y = words[i];
            y ^= y >> 11;
            y ^= (y << 7) & 0x9D2C5680;
            y ^= (y << 15) & 0xEFC60000;
            numbers[i] = y ^ (y >> 18);
        }
    }
}
