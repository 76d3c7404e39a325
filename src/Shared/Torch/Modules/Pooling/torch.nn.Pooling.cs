namespace Qiansi;

public static partial class torch
{
    public static partial class nn
    {
        private static long[]? One(long? value) => value is { } v ? [v] : null;

        private static long[]? Two((long, long)? value) => value is { } v ? [v.Item1, v.Item2] : null;
    }
}
