"""The room of the inventory: projects and domains, their quotas, hosts, trash and members."""
