using System.Reflection;
using Qiansi.Engine.CSharp.Compiling;

namespace Qiansi.Engine.CSharp.State;

/// <summary>The submissions of a session in the order they ran: its variables.</summary>
/// <remarks>
/// A variable that a later cell declares again cannot be named any more. Its value is let go as soon as that is certain:
/// the field is cleared unless a function of some cell mentions the name, and a submission of which every name
/// has been declared again is dropped whole, so that the garbage collector decides by what closures really hold.
/// </remarks>
internal sealed class SubmissionChain(CellLoadContext loading)
{
    private const long CollectAbove = 128 << 20;

    private readonly List<Submission> _submissions = [];
    private readonly Dictionary<string, Submission> _owners = [];
    private object?[] _instances = new object?[64];
    private bool _released;
    private long _collectedTo;

    /// <summary>The variables that can be named, latest last.</summary>
    public IReadOnlyList<NamedValue> Values
    {
        get
        {
            lock (_owners)
            {
                return
                [
                    .. from submission in _submissions
                       where submission.Instance is not null
                       from value in ValuesOf(submission)
                       where _owners[value.Name] == submission
                       select value,
                ];
            }
        }
    }

    /// <summary>The variable of a name, or null; asked by editors while cells run.</summary>
    public NamedValue? Find(string name)
    {
        lock (_owners)
        {
            return _owners.TryGetValue(name, out var owner) && owner.Instance is not null
                ? ValuesOf(owner).FirstOrDefault(v => v.Name == name) : null;
        }
    }

    /// <summary>Loads a compiled cell; its variables come into being, with the value of an older variable
    /// of the same name and type.</summary>
    /// <remarks>Carrying the older value over means that a cell which fails or is interrupted before it assigns loses nothing.</remarks>
    public Submission? Add(CompiledCell cell)
    {
        if (cell.Library?.Assembly is { } library) loading.Load(library.Image, library.Symbols);

        // Roslyn emits nothing for a cell of using directives alone.
        if (cell.Script is not { Image.Length: > 0 } script) return null;
        var type = loading.Load(script.Image, script.Symbols).GetType(script.Compilation.ScriptClass!.MetadataName, throwOnError: true)!;

        // The first slot is the host object's, which cells have none of.
        var slot = _submissions.Count + 1;
        if (slot >= _instances.Length) Array.Resize(ref _instances, _instances.Length * 2);
        var submission = new Submission(type, slot, cell.Syntax.Root);
        submission.Create(_instances);
        lock (_owners)
        {
            CarryOver(submission);
            Take(submission);
        }

        return submission;
    }

    /// <summary>Sets a variable that exists with exactly this type.</summary>
    /// <returns>False when there is none.</returns>
    public bool TrySet(string name, object? value, Type type)
    {
        if (!_owners.TryGetValue(name, out var owner)
            || owner.Fields.FirstOrDefault(f => f.Name == name) is not { IsInitOnly: false } field) return false;
        if (field.FieldType != type) return false;
        field.SetValue(owner.Instance, value);
        return true;
    }

    private static IEnumerable<NamedValue> ValuesOf(Submission submission)
    {
        foreach (var field in submission.Fields) yield return new(field.Name, field.GetValue(submission.Instance), field.FieldType);
        foreach (var property in submission.Properties.Where(p => p.CanRead && p.GetIndexParameters().Length == 0))
        {
            yield return new(property.Name, Read(property, submission.Instance), property.PropertyType);
        }
    }

    private static object? Read(PropertyInfo property, object? instance)
    {
        try
        {
            return property.GetValue(instance);
        }
        catch (TargetInvocationException e)
        {
            return e.InnerException;
        }
    }

    private void CarryOver(Submission newer)
    {
        foreach (var field in newer.Fields.Where(f => !f.IsInitOnly && !f.IsLiteral))
        {
            if (!_owners.TryGetValue(field.Name, out var owner)) continue;
            var older = owner.Fields.FirstOrDefault(f => f.Name == field.Name);
            if (older?.FieldType == field.FieldType) field.SetValue(newer.Instance, older.GetValue(owner.Instance));
        }
    }

    private void Take(Submission newer)
    {
        _submissions.Add(newer);
        var hidden = new HashSet<(Submission Owner, string Name)>();
        foreach (var name in newer.Names)
        {
            if (_owners.TryGetValue(name, out var owner) && owner != newer) hidden.Add((owner, name));
            _owners[name] = newer;
        }

        foreach (var (owner, name) in hidden)
        {
            if (!owner.Names.Any(n => _owners[n] == owner)) Drop(owner);
            else if (!_submissions.Any(s => s.Mentions.Contains(name))) Clear(owner, name);
        }

        if (_released) CollectIfGrown();
        _released = false;
    }

    /// <summary>The garbage collector lets large arrays pile up for long; a session that replaces them over and over should not.</summary>
    private void CollectIfGrown()
    {
        var now = GC.GetTotalMemory(forceFullCollection: false);
        if (now < CollectAbove || now < _collectedTo + _collectedTo / 2) return;
        GC.Collect();
        _collectedTo = GC.GetTotalMemory(forceFullCollection: false);
    }

    private void Drop(Submission submission)
    {
        foreach (var field in submission.Fields.Where(f => !_submissions.Any(s => s.Mentions.Contains(f.Name))))
            Clear(submission, field.Name);
        _instances[submission.Slot] = null;
        _released = true;
        submission.Release();
    }

    private void Clear(Submission owner, string name)
    {
        if (owner.Instance is null || owner.Fields.FirstOrDefault(f => f.Name == name) is not { IsLiteral: false } field) return;
        field.SetValue(owner.Instance, field.FieldType.IsValueType ? Activator.CreateInstance(field.FieldType) : null);
        _released = true;
    }
}
