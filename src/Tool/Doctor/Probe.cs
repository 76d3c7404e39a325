namespace Qiansi.Tool.Doctor;

/// <summary>One look at the machine.</summary>
/// <param name="Area">Area of the row that reports a failure of the probe itself.</param>
/// <param name="Name">Name of that row.</param>
/// <param name="Why">What one wants the thing for.</param>
/// <param name="RunAsync">The look; may throw.</param>
internal sealed record Probe(
    string Area, string Name, string Why, Func<DoctorEnvironment, CancellationToken, Task<IReadOnlyList<DoctorRow>>> RunAsync)
{
    /// <summary>Looks within the time limit; whatever goes wrong becomes a row.</summary>
    public async Task<IReadOnlyList<DoctorRow>> LookAsync(DoctorEnvironment environment, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(environment.Limit);
        try
        {
            return await RunAsync(environment, limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return [Failed($"no answer within {environment.Limit.TotalSeconds:0.#} s")];
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return [Failed(e.Message)];
        }
    }

    private DoctorRow Failed(string what) => new(Area, Name, DoctorStatus.Problem, null, null, what, Why, null);
}
