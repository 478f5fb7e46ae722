namespace Todoku.Sandbox.Mails;

/// <summary>
/// What the providers of a world were offered; the oldest go when there is no more room: there are <see cref="MaxMails"/> at most, of whose messages
/// <see cref="MaxOctets"/> are kept.
/// </summary>
public sealed class MailStore
{
    /// <summary>The most that are kept.</summary>
    public const int MaxMails = 10_000;

    /// <summary>The most octets of messages that are kept.</summary>
    public const long MaxOctets = 256L << 20;

    private readonly Lock _lock = new();
    private readonly LinkedList<StoredMail> _mails = new();
    private long _octets;
    private long _last;

    /// <summary>Keeps one; its number is given to it.</summary>
    public StoredMail Add(StoredMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        lock (_lock)
        {
            mail = mail with { Id = ++_last };
            _mails.AddLast(mail);
            _octets += mail.Message?.Length ?? 0;
            while (_mails.Count > MaxMails || (_octets > MaxOctets && _mails.Count > 1))
            {
                _octets -= _mails.First?.Value.Message?.Length ?? 0;
                _mails.RemoveFirst();
            }
        }
        return mail;
    }

    /// <summary>All that are kept, the oldest first.</summary>
    public IReadOnlyList<StoredMail> All()
    {
        lock (_lock) return [.. _mails];
    }

    /// <summary>The one of a number; null when there is none.</summary>
    public StoredMail? Find(long id)
    {
        lock (_lock) return _mails.FirstOrDefault(mail => mail.Id == id);
    }
}
