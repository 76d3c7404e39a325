using System.Globalization;
using Qiansi.Engine.CSharp.References;

namespace Qiansi.Engine.Tests.CSharp;

/// <summary>Values that no later cell can reach are let go; those that a function or closure can still use are not.</summary>
public sealed class MemoryTests : SessionTest
{
    private const string Collected =
        "for (var i = 0; i < 10; i++) { GC.Collect(); GC.WaitForPendingFinalizers(); }\n!seen.TryGetTarget(out var _)";

    [Fact]
    public async Task AVariableDeclaredAgainIsReleased()
    {
        await Run("var big = new byte[1000]; var seen = new WeakReference<byte[]>(big);");
        await Run("var big = new byte[10];");
        Assert.Equal("True", await Run(Collected));
    }

    [Fact]
    public async Task AVariableAFunctionMentionsIsKept()
    {
        await Run("var big = new byte[1000]; var seen = new WeakReference<byte[]>(big);");
        await Run("int Size() => big.Length;");
        await Run("var big = \"other\";");
        Assert.Equal("False", await Run(Collected));
        Assert.Equal("1000", await Run("Size()"));
    }

    [Fact]
    public async Task AVariableAClosureHoldsIsKept()
    {
        await Run("var big = new byte[1000]; var seen = new WeakReference<byte[]>(big); Func<int> size = () => big.Length;");
        await Run("var big = 1;");
        Assert.Equal("1000", await Run("size()"));
    }

    [Fact]
    public async Task ACellRunAgainReleasesItsFunctionsAndTheirVariables()
    {
        await Run("WeakReference<byte[]> seen = null;");
        await Run("var big = new byte[1000]; int Size() => big.Length; seen ??= new(big); Console.Write(Size());");
        await Run("var big = new byte[1000]; int Size() => big.Length; seen ??= new(big); Console.Write(Size());");
        Assert.Equal("True", await Run(Collected));
        Assert.Equal("1000", await Run("Size()"));
    }

    [Fact]
    public async Task ACellThatOnlyReadAVariableDoesNotHoldIt()
    {
        await Run("WeakReference<byte[]> seen = null;");
        await Run("var big = new byte[1000]; int Size() => big.Length; seen ??= new(big);");
        await Run("var length = big.Length + Size();");
        await Run("var big = new byte[2000]; int Size() => big.Length;");
        Assert.Equal("True", await Run(Collected));
        Assert.Equal("2000", await Run("length"));
    }

    [Fact]
    public async Task LargeArraysDeclaredTwentyTimesStaySmall()
    {
        const string Size = "Environment.WorkingSet >> 20";
        var before = long.Parse(await Run(Size), CultureInfo.InvariantCulture);
        for (var i = 0; i < 20; i++) await Run("var large = new float[50_000_000]; large.AsSpan().Fill(1);");
        var grown = long.Parse(await Run(Size), CultureInfo.InvariantCulture) - before;
        Assert.True(grown < 1000, $"twenty arrays of 191 MB, one after the other, take {grown} MB");
    }

    [Fact]
    public void ThisRoslynLetsSubmissionsKeepTheirReferencesToThemselves() => Assert.True(InheritedReferences.CanCut);

    [Fact]
    public void TheSmallSetIsClosedUnderReferences()
    {
        var core = FrameworkReferences.Core.Select(FrameworkReferences.NameOf).ToHashSet();
        var framework = FrameworkReferences.Core.Where(r =>
            FrameworkReferences.NameOf(r) is var n && n is "Qiansi.Contracts" or "Microsoft.DotNet.Interactive"
            || n.StartsWith("System", StringComparison.Ordinal));
        Assert.Subset(core, FrameworkReferences.Closure(framework).Select(FrameworkReferences.NameOf).ToHashSet());
    }
}
