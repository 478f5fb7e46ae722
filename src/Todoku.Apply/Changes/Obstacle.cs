namespace Todoku.Apply.Changes;

/// <summary>Why something can't be changed here.</summary>
public enum Obstacle
{
    /// <summary>There is no Postfix.</summary>
    NoPostfix,

    /// <summary>Several Postfix instances: it must be said which one.</summary>
    SeveralInstances,

    /// <summary>Postfix does not tell its configuration.</summary>
    PostfixUnreadable,

    /// <summary>A file can't be read.</summary>
    FileUnreadable,

    /// <summary>This user may not read a file.</summary>
    NotPermitted,

    /// <summary>master.cf has no service that sends.</summary>
    NoService,

    /// <summary>TLS from the start for some domains alone would need a service of its own in master.cf.</summary>
    ImplicitTlsForDomains,

    /// <summary>There is no PHP.</summary>
    NoPhp,

    /// <summary>There is no such pool of php-fpm.</summary>
    NoPool,

    /// <summary>The name server does not answer.</summary>
    NoNameServer,

    /// <summary>A name has several SPF records, of which one has to be made by hand.</summary>
    SeveralSpfRecords,

    /// <summary>The file holds no key, or one of another kind than HMAC-SHA256.</summary>
    NoKey,
}
