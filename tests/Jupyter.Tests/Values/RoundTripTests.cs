using System.Numerics;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Qiansi.Contracts;
using Qiansi.Kernel.Values;

namespace Qiansi.Jupyter.Tests.Values;

public sealed class RoundTripTests
{
    public static TheoryData<string> NumberTypes => [.. ElementType.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(NumberTypes))]
    public void Arrays_of_numbers_of_any_rank_keep_every_bit(string name)
    {
        var element = ElementType.Find(name)!;
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var array = Array.CreateInstance(element.Type, [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(4))]);
            var bytes = new byte[array.Length * element.Size];
            random.NextBytes(bytes);
            if (element.Type == typeof(bool)) bytes = [.. bytes.Select(b => (byte)(b & 1))];
            var back = (Array)ValueDecoder.Decode(
                new WireValue(element, [.. Enumerable.Range(0, array.Rank).Select(array.GetLength)], bytes))!;
            var again = ValueEncoder.Encode("x", back);
            Assert.Equal(array.GetType(), back.GetType());
            Assert.Equal(bytes, again.Bytes.ToArray());
            Assert.Equal(Enumerable.Range(0, array.Rank).Select(array.GetLength), again.Shape);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void Rows_come_one_after_the_other()
    {
        var wire = ValueEncoder.Encode("x", new[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Assert.Equal("int32", wire.ElementType!.Name);
        Assert.Equal([1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 6, 0, 0, 0], wire.Bytes.ToArray());
    }

    public static TheoryData<object?> Simple =>
        [(object?)null, true, 7, -3_000_000_000L, BigInteger.Pow(10, 30), 0.1, double.NaN, double.PositiveInfinity, float.NaN,
            new Complex(1, -2), "十 \"quoted\"", new[] { "a", "b" }];

    [Theory]
    [MemberData(nameof(Simple))]
    public void Simple_values_come_back_as_they_were(object? value) =>
        Assert.Equal(value, ValueDecoder.Decode(ValueEncoder.Encode("x", value)));

    [Theory]
    [InlineData("[1, 2]", typeof(int[]))]
    [InlineData("[1, 3000000000]", typeof(long[]))]
    [InlineData("[1, 1000000000000000000000]", typeof(BigInteger[]))]
    [InlineData("[1, 2.5]", typeof(double[]))]
    [InlineData("[true, false]", typeof(bool[]))]
    [InlineData("[1, \"a\"]", typeof(JsonElement))]
    [InlineData("[null]", typeof(JsonElement))]
    [InlineData("[]", typeof(JsonElement))]
    [InlineData("{\"a\": 1}", typeof(JsonElement))]
    [InlineData("1e3", typeof(double))]
    public void Json_becomes_the_nearest_type(string json, Type expected) =>
        Assert.IsType(expected, ValueDecoder.Decode(WireValue.OfJson(System.Text.Encoding.UTF8.GetBytes(json))));

    [Fact]
    public void Objects_and_tuples_become_json()
    {
        var json = (JsonElement)ValueDecoder.Decode(ValueEncoder.Encode("x", new { Name = "Ada", Point = (1, 2.5) }))!;
        Assert.Equal("{\"Name\":\"Ada\",\"Point\":{\"Item1\":1,\"Item2\":2.5}}", json.GetRawText());
    }

    [Fact]
    public void What_has_no_json_is_named_with_the_way_out()
    {
        Assert.Contains(
            "ToArray()", Assert.Throws<DirectiveException>(() => ValueEncoder.Encode("losses", new List<double> { double.NaN })).Message);
        Assert.Contains("'action'", Assert.Throws<DirectiveException>(() => ValueEncoder.Encode("action", new Action(() => { }))).Message);
    }

    [Theory]
    [InlineData("""{"form":"array","dtype":"float64","shape":[3]}""", 16)]
    [InlineData("""{"form":"array","dtype":"float64","shape":[-1]}""", 0)]
    [InlineData("""{"form":"array","dtype":"float64","shape":[2147483647,2147483647,2147483647,2147483647]}""", 8)]
    [InlineData("""{"form":"array","dtype":"float64"}""", 8)]
    [InlineData("""{"form":"array","dtype":"object","shape":[1]}""", 8)]
    public void Heads_that_do_not_fit_their_bytes_are_refused(string head, int bytes)
    {
        using var document = JsonDocument.Parse(head);
        Assert.Throws<DirectiveException>(() => WireValue.Read(document.RootElement, [new byte[bytes]]));
    }
}
