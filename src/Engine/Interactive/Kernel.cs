namespace Microsoft.DotNet.Interactive;

public static class Kernel { public static void display(object? o) => Console.WriteLine(o); }
