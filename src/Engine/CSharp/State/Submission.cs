using System.Reflection;
using System.Runtime.CompilerServices;

namespace Qiansi.Engine.CSharp.State;

/// <summary>One loaded script submission: what it declares, and what its functions may still use.</summary>
internal sealed class Submission
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly ConstructorInfo _constructor;
    private readonly MethodInfo _initialize;
    private readonly FieldInfo[] _links;
    private readonly Type? _machine;

    /// <param name="type">The submission class.</param>
    /// <param name="slot">Its index in the array of submissions.</param>
    /// <param name="root">The cell it was made from.</param>
    public Submission(Type type, int slot, CompilationUnitSyntax root)
    {
        Slot = slot;
        _constructor = type.GetConstructor(Declared, [typeof(object[])])!;
        _initialize = type.GetMethod("<Initialize>", Declared)!;
        _machine = Array.Find(type.GetNestedTypes(Declared), t => t.Name.StartsWith("<<Initialize>>d__", StringComparison.Ordinal));
        var fields = type.GetFields(Declared);
        Fields = [.. fields.Where(f => !f.Name.Contains('<'))];
        Properties = [.. type.GetProperties(Declared)];
        _links = [.. fields.Where(f => f.Name.StartsWith('<') && !f.Name.Contains("k__BackingField"))];
        Functions = [.. root.Members.OfType<MethodDeclarationSyntax>().Select(FunctionMentions.Signature)];
        Mentions = FunctionMentions.In(root);
    }

    /// <summary>Index in the array of submissions.</summary>
    public int Slot { get; }

    /// <summary>The object that holds the variables; null once nothing can reach it by name.</summary>
    public object? Instance { get; private set; }

    /// <summary>The variables.</summary>
    public IReadOnlyList<FieldInfo> Fields { get; }

    /// <summary>Top-level properties.</summary>
    public IReadOnlyList<PropertyInfo> Properties { get; }

    /// <summary>Signatures of top-level functions.</summary>
    public IReadOnlyList<string> Functions { get; }

    /// <summary>Every name that occurs inside one of its functions, lambdas or types:
    /// what may be used after its own code has run.</summary>
    public IReadOnlySet<string> Mentions { get; }

    /// <summary>What it declares, so that one can see when all of it has been declared anew.</summary>
    public IEnumerable<string> Names => Fields.Select(f => f.Name).Concat(Properties.Select(p => p.Name)).Concat(Functions);

    /// <summary>Makes the object; its constructor puts it into <paramref name="submissions"/>.</summary>
    public void Create(object?[] submissions) => Instance = _constructor.Invoke([submissions]);

    /// <summary>Starts the cell's statements. What they set in the execution context until their first <c>await</c>
    /// is still set afterwards.</summary>
    /// <remarks>
    /// An async method takes that back when it returns to its caller, so its state machine is started by hand,
    /// where the compiler has made one as known.
    /// </remarks>
    public Task<object?> Start()
    {
        if (_machine?.GetField("<>1__state") is not { } state || _machine.GetField("<>t__builder") is not { } builder)
            return _initialize.CreateDelegate<Func<Task<object?>>>(Instance)();
        var machine = (IAsyncStateMachine)RuntimeHelpers.GetUninitializedObject(_machine);
        state.SetValue(machine, -1);
        builder.SetValue(machine, AsyncTaskMethodBuilder<object?>.Create());
        _machine.GetField("<>4__this")?.SetValue(machine, Instance); // code that uses no variable has none
        var synchronization = SynchronizationContext.Current;
        machine.MoveNext();
        SynchronizationContext.SetSynchronizationContext(synchronization);
        return ((AsyncTaskMethodBuilder<object?>)builder.GetValue(machine)!).Task;
    }

    /// <summary>The value of one of its variables.</summary>
    public object? ValueOf(string variable) => Fields.First(f => f.Name == variable).GetValue(Instance);

    /// <summary>Lets go of the object.</summary>
    public void Release() => Instance = null;

    /// <summary>Lets go of the submissions its statements used, when no function of it can use them again.</summary>
    public void CutLinks()
    {
        if (Mentions.Count > 0) return;
        foreach (var link in _links) link.SetValue(Instance, null);
    }
}
