namespace Qiansi.Torch.RandomNumbers;

/// <summary>Draws that samplers and splits share.</summary>
internal static class Sampling
{
    /// <summary>0 to <paramref name="count"/> − 1 in random order.</summary>
    public static long[] Permutation(long count, Generator generator)
    {
        var order = new long[count];
        lock (generator.engine.Lock) RandomNumbers.Permutation.Fill(generator.engine, order.AsSpan());
        return order;
    }

    /// <summary>A number to seed another generator with, as PyTorch draws it.</summary>
    public static long Seed(Generator generator)
    {
        Span<long> seed = stackalloc long[1];
        lock (generator.engine.Lock) IntegerFill.Fill(generator.engine, seed);
        return seed[0];
    }
}
