using Qiansi.Torch.Files.Elements;

namespace Qiansi.Torch.Files.Pickle;

/// <summary>A name that a pickle refers to and that is understood here. Nothing is looked up, nothing of Python runs.</summary>
/// <param name="Name">Module and name: <c>collections.OrderedDict</c>.</param>
internal sealed record PickleGlobal(string Name)
{
    private static readonly Dictionary<string, FileType> Storages = new()
    {
        ["torch.FloatStorage"] = FileType.Float32,
        ["torch.DoubleStorage"] = FileType.Float64,
        ["torch.HalfStorage"] = FileType.Float16,
        ["torch.BFloat16Storage"] = FileType.BFloat16,
        ["torch.LongStorage"] = FileType.Int64,
        ["torch.IntStorage"] = FileType.Int32,
        ["torch.ShortStorage"] = FileType.Int16,
        ["torch.CharStorage"] = FileType.Int8,
        ["torch.ByteStorage"] = FileType.UInt8,
        ["torch.BoolStorage"] = FileType.Bool,
    };

    /// <summary>The functions that build what a state dict is made of.</summary>
    private static readonly HashSet<string> Functions = ["collections.OrderedDict", "torch._utils._rebuild_tensor_v2",
        "torch._utils._rebuild_parameter", "torch.Size", "builtins.dict", "__builtin__.dict"];

    /// <summary>Whether the name is one of those that are understood.</summary>
    public static bool IsKnown(string name) => Functions.Contains(name) || Storages.ContainsKey(name);

    /// <summary>The elements of the storage type of that name, or null.</summary>
    public FileType? Elements => Storages.TryGetValue(Name, out var type) ? type : null;
}
