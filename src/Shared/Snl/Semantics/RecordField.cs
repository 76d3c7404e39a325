namespace Qiansi.Snl.Semantics;

/// <summary>A field of a record.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Offset">Words before it in the record.</param>
public sealed record RecordField(string Name, SnlType Type, int Offset);
