using System.Diagnostics;
using Qiansi.Snl.Intermediate;
using Qiansi.Snl.Tm;

namespace Qiansi.Snl.Tests;

public sealed class IlTests
{
    [Theory]
    [InlineData("program p begin while 0 < 1 do write(1) endwh end.")]
    [InlineData("program p var integer i; begin i := 0; while 0 < 1 do i := i + 1 endwh end.")]
    [InlineData("program p procedure q(integer n); begin if 0 < n then q(n - 1); q(n - 1) else n := 0 fi end begin q(60) end.")]
    public void A_program_without_end_stops_when_it_is_told_to(string source)
    {
        var native = Compilation.Of(source).Native;
        using var cancellation = new CancellationTokenSource(100);
        var watch = Stopwatch.StartNew();
        var result = native.Run(new TextConsole(TextReader.Null, TextWriter.Null), cancellation: cancellation.Token);
        Assert.Equal(StopReason.Cancelled, result.Reason);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"stopped after {watch.Elapsed}");
        // And can run again.
        using var again = new CancellationTokenSource(100);
        Assert.Equal(StopReason.Cancelled, native.Run(new TextConsole(TextReader.Null, TextWriter.Null), cancellation: again.Token).Reason);
    }

    [Fact]
    public void What_a_console_throws_comes_out()
    {
        var native = Compilation.Of("program p begin write(1) end.").Native;
        Assert.Throws<NotSupportedException>(() => native.Run(new BrokenConsole()));
    }

    [Theory]
    [InlineData("TM", Optimizations.None)]
    [InlineData("TM", Optimizations.All)]
    [InlineData("IL", Optimizations.None)]
    [InlineData("IL", Optimizations.All)]
    public void Recursion_goes_100_000_deep_when_there_is_memory(string backend, Optimizations optimizations)
    {
        var compilation = Compilation.Of("""
            program p
            var integer n;
            procedure down(integer k; var integer n);
              var integer mine;
              begin mine := k; if 0 < k then down(k - 1, n) else n := n fi; n := n + mine - k + 1 end
            begin n := 0; down(100000, n); write(n) end.
            """, new(Optimizations: optimizations));
        Assert.Equal("100001\n", ProgramTests.Run(compilation, "", backend, 4_000_000).Output);
    }

    private sealed class BrokenConsole : IProgramConsole
    {
        public int ReadInteger() => throw new NotSupportedException();

        public int ReadCharacter() => throw new NotSupportedException();

        public void WriteInteger(int value) => throw new NotSupportedException();

        public void WriteCharacter(int value) => throw new NotSupportedException();
    }
}
