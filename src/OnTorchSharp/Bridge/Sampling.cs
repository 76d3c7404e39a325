using System.Collections;
using Qiansi.Torch.RandomNumbers;

namespace Qiansi.TorchBridge;

/// <summary>The order of a loader's items, drawn anew at each pass as PyTorch draws it.</summary>
internal sealed class Sampling(long count, bool shuffle, IEnumerable<long>? order, Generator? generator) : IEnumerable<long>
{
    /// <summary>The order of one pass. PyTorch draws a seed for its workers before, also without workers.</summary>
    public IEnumerator<long> GetEnumerator()
    {
        Draw(generator ?? Generator.Default, Seed);
        if (order is not null) return order.GetEnumerator();
        if (!shuffle) return Enumerable.Range(0, (int)count).Select(i => (long)i).GetEnumerator();
        return Shuffled(generator ?? new Generator((ulong)Draw(Generator.Default, Seed)));
    }

    private IEnumerator<long> Shuffled(Generator source)
    {
        foreach (var item in Permutation(count, source)) yield return item;
        // PyTorch draws an order for a remainder too, which one pass does not have.
        Permutation(count, source);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>0 to count − 1 in random order.</summary>
    public static long[] Permutation(long count, Generator generator) => randperm(count, generator: generator).ToArray<long>();

    private static long Seed(CpuGenerator generator)
    {
        Span<long> seed = stackalloc long[1];
        IntegerFill.Fill(generator, seed);
        return seed[0];
    }

    /// <summary>Draws with the kernel's own generator, which goes on where TorchSharp's stands, and sets that to where it came.</summary>
    private static long Draw(Generator generator, Func<CpuGenerator, long> draw)
    {
        using var state = generator.get_state();
        var own = new CpuGenerator();
        own.SetState(state.ToArray<byte>());
        var drawn = draw(own);
        using var after = torch.tensor(own.GetState());
        generator.set_state(after);
        return drawn;
    }
}
