namespace Qiansi.Engine.Tests.CSharp;

/// <summary>The generators of the SDK write the other part of a cell's partial types.</summary>
public sealed class SourceGeneratorTests : SessionTest
{
    [Fact]
    public async Task Regular_expressions()
    {
        await Run("using System.Text.RegularExpressions;\nstatic partial class Patterns { [GeneratedRegex(\"[0-9]+\")] public static "
            + "partial Regex Digits(); }");
        Assert.Equal("42", await Run("Patterns.Digits().Match(\"a42b\").Value"));
        Assert.Equal("b", await Run(
            "partial class More { [GeneratedRegex(\"b\")] public partial Regex B(); }\nnew More().B().Match(\"abc\").Value"));
    }

    [Fact]
    public async Task Json()
    {
        await Run("using System.Text.Json; using System.Text.Json.Serialization;\nrecord Point(int X, "
            + "int Y);\n[JsonSerializable(typeof(Point))] partial class Context : JsonSerializerContext;");
        Assert.Equal("{\"X\":1,\"Y\":2}", await Run("JsonSerializer.Serialize(new Point(1, 2), Context.Default.Point)"));
    }

    [Fact]
    public async Task Native_imports()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "uses libc");
        Assert.Equal("True",
            await Run("using System.Runtime.InteropServices;\nstatic partial class Native { [LibraryImport(\"libc\")] public static "
                + "partial int getpid(); }\nNative.getpid() == Environment.ProcessId"));
    }

    [Fact]
    public async Task What_a_generator_refuses_is_told_at_its_place()
    {
        var error = await Fail("using System.Text.RegularExpressions;\n\nstatic partial class Wrong { [GeneratedRegex(\"(\")] public "
            + "static partial Regex Bad(); }");
        Assert.Contains("(3,", error.Message);
        Assert.Contains("SYSLIB1042", error.Message);
    }

    [Fact]
    public async Task A_type_that_is_part_of_the_script_has_none_and_it_is_said()
    {
        await Run("using System.Text.RegularExpressions; int Twice(int x) => x * 2;");
        Assert.Contains("If a source generator is to write it",
            (await Fail("partial class P { [GeneratedRegex(\"b\")] public partial Regex B(); public int Y = Twice(2); }")).Message);
    }
}
