using Qiansi.Documents;
using Qiansi.Documents.Parameters;
using Qiansi.Engine.CSharp.Parameters;
using Qiansi.Jupyter.Client;
using Qiansi.Jupyter.KernelSpecs;
using Qiansi.Publishing;
using Qiansi.Tool.Converting;
using Qiansi.Tool.Progress;

namespace Qiansi.Tool.Running;

/// <summary>One file of <c>nb run</c>: read, run, written.</summary>
internal static class FileRun
{
    /// <summary>Runs a plan. What goes wrong with this file is in the report, so that the next file can run.</summary>
    /// <param name="plan">What to read and write.</param>
    /// <param name="parameters">Values for its parameters.</param>
    /// <param name="runner">Runs its cells.</param>
    /// <param name="progress">Shows what happens.</param>
    /// <param name="error">Where warnings go.</param>
    public static async Task<NotebookReport> RunAsync(
        RunPlan plan, IReadOnlyList<KeyValuePair<string, string>> parameters, NotebookRunner runner, RunProgress progress, TextWriter error)
    {
        var report = new NotebookReport(plan.Input, DateTimeOffset.Now);
        try
        {
            var notebook = Notebook.Load(plan.Source);
            NotebookParameters.Inject(notebook, parameters, new CSharpParameters());
            if (plan.Output is not null) OutputFile.MakeFolder(plan.Output);
            using var checkpoints = plan.Output is null ? null : new Checkpoints(() => notebook.Save(plan.Output));
            report = await runner.RunAsync(plan.Input, notebook, checkpoints);
            var written = new List<string>();
            if (plan.Output is not null)
            {
                notebook.Save(plan.Output);
                written.Add(plan.Output);
            }

            if (plan.Page is not null)
            {
                var warnings = HtmlPage.Write(notebook, plan.Page, PageOptions.Of(plan.Input));
                foreach (var warning in warnings) error.WriteLine($"{plan.Page}: {warning}");
                written.Add(plan.Page);
            }

            report = report with { Written = written };
        }
        catch (Exception e) when (e is DocumentException or ParameterException or KernelSpecException)
        {
            report = report with { Failure = new(e.Message, ExitCode.BadInput) };
        }
        catch (KernelStartException e)
        {
            report = report with { Failure = new(e.Message, ExitCode.KernelDied) };
        }

        report = report with { Parameters = parameters };
        progress.End(report);
        return report;
    }
}
