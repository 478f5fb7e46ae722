using Todoku.Relay.Operating;

namespace Todoku.Relay.Configuration.Checking;

/// <summary>Whether the user whom the relay runs as is there, may write where the relay keeps things, and may read its secrets.</summary>
/// <param name="configuration">The configuration.</param>
internal sealed class AccountChecks(RelayConfiguration configuration)
{
    /// <summary>Looks.</summary>
    public IEnumerable<ConfigurationFact> Run()
    {
        var account = configuration.User is { } name ? UserAccount.Find(name) : UserAccount.Current();
        if (account is null)
        {
            if (configuration.User is { } user) yield return new ConfigurationFact.NoSuchUser(user);
            yield break;
        }
        foreach (var folder in new[] { configuration.DataFolder, configuration.Sendmail?.Spool }.OfType<string>()) yield return Folder(folder, account);
        foreach (var file in Secrets().Where(file => File.Exists(file) && !FileRights.CanRead(file, account))) yield return new ConfigurationFact.NotReadableByUser(file, account.Name);
    }

    private static ConfigurationFact Folder(string folder, UserAccount account)
    {
        if (Directory.Exists(folder))
            return FileRights.CanWriteFolder(folder, account) ? new ConfigurationFact.FolderWritable(folder) : new ConfigurationFact.FolderNotWritable(folder, account.Name);
        // Started as root, the relay makes it before it becomes the user; so does systemd.
        if (UserAccount.IsRoot) return new ConfigurationFact.FolderToBeMade(folder);
        var above = Path.GetDirectoryName(folder);
        while (above is not null && !Directory.Exists(above)) above = Path.GetDirectoryName(above);
        return above is not null && FileRights.CanWriteFolder(above, account) ? new ConfigurationFact.FolderToBeMade(folder) : new ConfigurationFact.FolderNotWritable(folder, account.Name);
    }

    // Certificates are read again when they are renewed, which is after root was given up.
    private IEnumerable<string> Secrets()
    {
        var certificates = configuration.Listeners.Select(listener => listener.Certificate).Append(configuration.Http?.Certificate).OfType<CertificateFiles>();
        string?[] others = [configuration.UsersFile, configuration.Http?.KeysFile, configuration.Bounces?.SecretFile, configuration.File];
        return certificates.SelectMany(files => new[] { files.Certificate, files.Key }).Concat(configuration.Signing.Select(key => key.KeyFile)).Concat(others.OfType<string>()).Distinct();
    }
}
