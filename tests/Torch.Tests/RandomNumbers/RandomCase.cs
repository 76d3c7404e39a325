using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Qiansi.Torch.RandomNumbers;

namespace Qiansi.Torch.Tests.RandomNumbers;

/// <summary>One drawing that PyTorch made, from random-numbers.json.</summary>
internal sealed class RandomCase(JsonElement json)
{
    public string Draw { get; } = json.GetProperty("draw").GetString()!;

    public string Type { get; } = json.GetProperty("type").GetString()!;

    public int Count { get; } = json.GetProperty("count").GetInt32();

    public CpuGenerator Generator { get; } = new(json.GetProperty("seed").GetUInt64());

    public double Number(string name, double otherwise = double.NaN) =>
        json.TryGetProperty(name, out var value) ? value.GetDouble() : otherwise;

    public long Whole(string name) => json.GetProperty(name).GetInt64();

    public string Text(string name) => json.GetProperty(name).GetString()!;

    public bool Flag(string name) => json.GetProperty(name).GetBoolean();

    /// <summary>The case in words, for the test's message.</summary>
    public override string ToString() =>
        string.Join(", ", json.EnumerateObject().Where(p => p.Name is not ("all" or "first" or "last" or "sha256"))
            .Select(p => $"{p.Name} {p.Value}"));

    /// <summary>Every byte is PyTorch's.</summary>
    public void SameBytes<T>(ReadOnlySpan<T> values)
        where T : struct
    {
        var bytes = MemoryMarshal.AsBytes(values);
        if (json.TryGetProperty("all", out var all)) Assert.True(bytes.SequenceEqual(all.GetBytesFromBase64()), ToString());
        else
        {
            Assert.True(bytes.StartsWith(json.GetProperty("first").GetBytesFromBase64()), $"{this}: the first values differ");
            Assert.True(bytes.EndsWith(json.GetProperty("last").GetBytesFromBase64()), $"{this}: the last values differ");
        }

        Assert.Equal(json.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    /// <summary>The recorded values (all, or the first and the last) are at most so many units in the last place away.</summary>
    public void Close(ReadOnlySpan<float> values, int ulps)
    {
        foreach (var (mine, theirs) in Recorded(values))
            Assert.True(Math.Abs(Ordered(mine) - Ordered(theirs)) <= ulps, $"{this}: {mine:R} instead of {theirs:R}");
        static long Ordered(float x) => BitConverter.SingleToInt32Bits(x) is var bits && bits < 0 ? int.MinValue - (long)bits : bits;
    }

    /// <inheritdoc cref="Close(ReadOnlySpan{float}, int)"/>
    public void Close(ReadOnlySpan<double> values, int ulps)
    {
        foreach (var (mine, theirs) in Recorded(values))
            Assert.True(Int128.Abs(Ordered(mine) - Ordered(theirs)) <= ulps, $"{this}: {mine:R} instead of {theirs:R}");
        static Int128 Ordered(double x) => BitConverter.DoubleToInt64Bits(x) is var bits && bits < 0 ? long.MinValue - (Int128)bits : bits;
    }

    /// <summary>The recorded values are at most so far away.</summary>
    public void Near(ReadOnlySpan<double> values, double distance)
    {
        foreach (var (mine, theirs) in Recorded(values))
            Assert.True(Math.Abs(mine - theirs) <= distance, $"{this}: {mine:R} instead of {theirs:R}");
    }

    private List<(T Mine, T Theirs)> Recorded<T>(ReadOnlySpan<T> values)
        where T : struct
    {
        Assert.Equal(Count, values.Length);
        var pairs = new List<(T, T)>();
        foreach (var (name, fromEnd) in new[] { ("all", false), ("first", false), ("last", true) })
        {
            if (!json.TryGetProperty(name, out var text)) continue;
            var theirs = MemoryMarshal.Cast<byte, T>(text.GetBytesFromBase64());
            var mine = fromEnd ? values[^theirs.Length..] : values[..theirs.Length];
            for (var i = 0; i < theirs.Length; i++) pairs.Add((mine[i], theirs[i]));
        }

        return pairs;
    }
}
