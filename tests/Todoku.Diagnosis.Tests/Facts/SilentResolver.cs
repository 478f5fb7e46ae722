using Microsoft.Extensions.Time.Testing;
using Todoku.Dns;
using Todoku.Mail;

namespace Todoku.Diagnosis.Tests.Facts;

/// <summary>DNS that never answers, but for some names; each question moves the clock on, before which it must be given up.</summary>
internal sealed class SilentResolver(FakeTimeProvider time, TimeSpan step, Func<DomainName, bool>? answers = null) : IDnsResolver
{
    private int _asked;

    /// <summary>Questions asked.</summary>
    public int Asked => _asked;

    public async ValueTask<DnsAnswer> AskAsync(DomainName name, DnsRecordType type, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        if (answers?.Invoke(name) == true) return new DnsAnswer.NoData(TimeSpan.FromHours(1));
        var silence = new TaskCompletionSource<DnsAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(() => silence.TrySetCanceled(cancellationToken));
        time.Advance(step);
        return await silence.Task;
    }
}
