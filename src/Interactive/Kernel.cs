using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Qiansi.Contracts;
using Qiansi.Runtime;

namespace Microsoft.DotNet.Interactive;

/// <summary>What cells call to show things and to ask for input; an instance is one of the session's languages,
/// or all of them (<see cref="Root"/>).</summary>
/// <remarks>Has the names notebooks for .NET Interactive use. Cells import it with <c>using static</c>.</remarks>
public class Kernel
{
    private readonly ICellContext _cell;
    private readonly ILanguageKernel? _language;

    internal Kernel(ICellContext cell, ILanguageKernel? language) => (_cell, _language) = (cell, language);

    private static Kernel Of(ICellContext cell, ILanguageKernel language) =>
        language.Name == "csharp" ? new CSharpKernel(cell, language) : new(cell, language);

    /// <summary>All of the session's languages.</summary>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static Kernel Root => new CompositeKernel(RunningCell("Kernel.Root"));

    /// <summary>The session's default language.</summary>
    /// <exception cref="InvalidOperationException">No cell is running.</exception>
    public static Kernel Current
    {
        get
        {
            var cell = RunningCell("Kernel.Current");
            return Of(cell, cell.Session.Languages[0]);
        }
    }

    /// <summary>The language's name after <c>#!</c>; of all languages together <c>.NET</c>.</summary>
    public string Name => _language?.Name ?? ".NET";

    /// <summary>All of the session's languages.</summary>
    public Kernel RootKernel => new CompositeKernel(_cell);

    /// <summary>The languages of the session; of a single language none.</summary>
    public IReadOnlyList<Kernel> ChildKernels => _language is null ? [.. _cell.Session.Languages.Select(l => Of(_cell, l))] : [];

    /// <summary>Shows a value below the cell.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="mimeTypes">Media types to show it as; what its formatters prefer when none is given.</param>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => DisplayedValue.Show(value, mimeTypes);

    /// <summary>HTML that is shown as such; <paramref name="content"/> is not escaped.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Runs JavaScript in the front end.</summary>
    public static void Javascript(string scriptContent) =>
        DisplayedValue.ShowBundle(new() { { "application/javascript", scriptContent }, { "text/plain", "(JavaScript, run by the page)" } });

    /// <summary>Adds style rules to the page the notebook is shown in.</summary>
    public static void CSS(string content) =>
        DisplayedValue.ShowBundle(new MimeBundle { { "text/html", $"<style>{content}</style>" }, { "text/plain", "(style rules)" } });

    /// <summary>A drawing; <paramref name="content"/> is the text of an SVG file.</summary>
    public static FormattedValue SVG(string content) => new("image/svg+xml", content);

    /// <summary>A picture; <paramref name="content"/> is a PNG file's.</summary>
    public static FormattedValue PNG(byte[] content) => new("image/png", Convert.ToBase64String(content));

    /// <summary>Removes what the cell has shown so far.</summary>
    /// <param name="wait">Only when the next output comes, so that nothing flickers.</param>
    public static void ClearOutput(bool wait = false) => RunningCell("ClearOutput").Output.ClearOutput(wait);

    /// <summary>Asks for a line of text.</summary>
    /// <param name="prompt">What stands beside the field.</param>
    /// <param name="typeHint">Kind of field where the front end has several; <c>password</c> hides what is typed.</param>
    /// <exception cref="InputUnavailableException">There is nobody to ask.</exception>
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text")
    {
        var cell = RunningCell("GetInputAsync");
        return cell.Output.ReadInputAsync(prompt, typeHint == "password", cell.Cancellation);
    }

    /// <summary>Asks for a text that is not shown while it is typed.</summary>
    /// <exception cref="InputUnavailableException">There is nobody to ask.</exception>
    public static async Task<PasswordString> GetPasswordAsync(string prompt = "") => new(await GetInputAsync(prompt, "password"));

    /// <summary>Asks for several texts, one after the other.</summary>
    /// <returns>The texts by <see cref="InputDescription.Name"/>.</returns>
    /// <exception cref="InputUnavailableException">There is nobody to ask.</exception>
    public static async Task<IDictionary<string, string>> GetInputsAsync(IEnumerable<InputDescription> inputDescriptions)
    {
        var answers = new Dictionary<string, string>();
        foreach (var input in inputDescriptions)
            answers[input.Name] = await GetInputAsync(input.Prompt, input.TypeHint);
        return answers;
    }

    /// <summary>The language of this name or alias, or null.</summary>
    public Kernel? FindKernelByName(string name) => _cell.Session.FindLanguage(name) is { } language ? Of(_cell, language) : null;

    /// <summary>Runs code as part of the running cell.</summary>
    public Task<CellStatus> SubmitCodeAsync(string code) =>
        _cell.Session.ExecuteNestedAsync(code, _language?.Name, "submitted code", _cell);

    /// <summary>Does what a command asks, as part of the running cell: runs the code of a <see cref="SubmitCode"/>, offers that of a
    /// <see cref="SendEditableCode"/> as the next cell.</summary>
    /// <exception cref="NotSupportedException">It is another command.</exception>
    public async Task<KernelCommandResult> SendAsync(KernelCommand command, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        switch (command)
        {
            case SubmitCode submit:
                return new(command,
                    await _cell.Session.ExecuteNestedAsync(submit.Code, submit.TargetKernelName
                    ?? _language?.Name, "submitted code", _cell));
            case SendEditableCode editable:
                Offer(editable);
                return new(command, CellStatus.Ok);
            default:
                throw new NotSupportedException(
                    $"{command.GetType().Name} is no command of this kernel; it takes SubmitCode and SendEditableCode.");
        }
    }

    /// <summary>As a cell below this one; where there are none, as text.</summary>
    private void Offer(SendEditableCode code)
    {
        var isDefault = _cell.Session.FindLanguage(code.KernelName) == _cell.Session.Languages[0];
        if (_cell.Output.OfferCode(isDefault ? code.Code : $"#!{code.KernelName}\n{code.Code}")) return;
        var block = $"```{code.KernelName}\n{code.Code}\n```";
        _cell.Output.Display(new MimeBundle { { "text/markdown", block }, { "text/plain", code.Code } });
    }

    /// <summary>Adds a directive to the session.</summary>
    /// <param name="directive">Its name and parameters.</param>
    /// <param name="handler">Given <see cref="KernelActionDirective.KernelCommandType"/>, whose properties are the parameters.</param>
    /// <exception cref="ArgumentException">The directive names no type of command.</exception>
    public void AddDirective(KernelActionDirective directive, KernelCommandInvocation handler) =>
        _cell.Session.Add(new ExtensionDirective(directive, directive.KernelCommandType ?? throw new ArgumentException(
            $"{directive.Name} has no KernelCommandType: set it, or name the command's type: AddDirective<MyCommand>(…)"), handler));

    /// <summary>Adds a directive to the session.</summary>
    /// <param name="directive">Its name and parameters.</param>
    /// <param name="handler">Given a command whose properties are the parameters: <c>--from-file</c> is <c>FromFile</c>.</param>
    public void AddDirective<TCommand>(KernelActionDirective directive, Func<TCommand, KernelInvocationContext, Task> handler)
        where TCommand : KernelCommand =>
        _cell.Session.Add(new ExtensionDirective(directive, typeof(TCommand), (command, context) => handler((TCommand)command, context)));

    /// <summary>Gives one of the language's variables a value, declaring it when new.</summary>
    public Task SetValueAsync(string name, object? value, Type? declaredType = null) =>
        (_language ?? _cell.Session.Languages[0]).SetValueAsync(name, value, declaredType ?? value?.GetType() ?? typeof(object));

    /// <summary>The value of one of the language's variables.</summary>
    /// <returns>Whether there is such a variable with a value of that type.</returns>
    public bool TryGetValue<T>(string name, out T? value)
    {
        var found = (_language ?? _cell.Session.Languages[0]).Values.FirstOrDefault(v => v.Name == name);
        value = found?.Value is T typed ? typed : default;
        return found is { Value: T } || (found is { Value: null } && default(T) is null);
    }

    private static ICellContext RunningCell(string what) =>
        CurrentCell.Context ?? throw new InvalidOperationException($"{what} can be used only by code that runs in a cell.");
}
