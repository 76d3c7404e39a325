using FsCheck;
using FsCheck.Fluent;

namespace Qiansi.Trees.Tests;

/// <summary>Properties over random cases, the same ones in every run.</summary>
internal static class Checks
{
    public static void Hold<T>(Gen<T> cases, Action<T> property, int count = 200, int size = 60) =>
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            property(c);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithEndSize(size).WithReplay(2026, 127));
}
