package org.commonground;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Common Ground: the processes, the people's tasks and the pages, on one PostgreSQL. */
@SpringBootApplication
public class CommonGround {

    public static void main(String[] args) {
        SpringApplication.run(CommonGround.class, args);
    }
}
